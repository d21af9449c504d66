import { MACHINE_REPORTERS, type MachineReporterName, type OutputName } from './formats.ts';
import type { RunReport } from './run.ts';

/** A report in chunks of text, with what the same reporter has to say in the summary of a build. */
export interface Output {
  readonly chunks: Iterable<string>;
  readonly stepSummary?: Iterable<string>;
}

/** Writes a run for another program, and loads only the reporter for this one. */
export async function machineOutput(name: MachineReporterName, run: RunReport): Promise<Output> {
  switch (name) {
    case 'junit':
      return { chunks: (await import('./junit.ts')).writeJunit(run) };
    case 'github': {
      const { writeStepSummary } = await import('./run-markdown.ts');
      const chunks = (await import('./github.ts')).writeGithub(run);
      return { chunks, stepSummary: writeStepSummary(run) };
    }
    case 'sarif':
      return { chunks: (await import('./sarif.ts')).writeSarif(run) };
    case 'gitlab':
      return { chunks: (await import('./gitlab.ts')).writeGitlab(run) };
  }
}

const isMachine = (name: OutputName): name is MachineReporterName =>
  MACHINE_REPORTERS.some((each) => each === name);

/** Where nothing could be looked at, other programs are told so; there is nothing to write for anybody else. */
export const refusedOutput = async (name: OutputName, run: RunReport): Promise<Output | null> =>
  isMachine(name) ? machineOutput(name, run) : null;
