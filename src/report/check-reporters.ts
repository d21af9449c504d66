import type { CheckReport } from './check.ts';
import type { ReporterName } from './formats.ts';
import type { Output } from './machine-reporters.ts';
import type { Surface } from './report.ts';
import type { RunReport } from './run.ts';

/** Writes a check in one form or another, and loads only what this one needs. */
export function checkOutputs(
  report: CheckReport,
): (name: ReporterName, surface: Surface) => Promise<Output> {
  let made: RunReport | undefined;
  const run = async (): Promise<RunReport> => {
    made ??= (await import('./check-run.ts')).runOfCheck(report);
    return made;
  };
  return async (name, surface) => {
    switch (name) {
      case 'text': {
        const { textReporter } = await import('./check-text.ts');
        return { chunks: (await textReporter(surface))(report) };
      }
      case 'json':
        return { chunks: (await import('./check-json.ts')).writeCheckJson(report) };
      case 'markdown':
        return { chunks: (await import('./run-markdown.ts')).writeRunMarkdown(await run()) };
      default: {
        const { machineOutput } = await import('./machine-reporters.ts');
        return machineOutput(name, await run());
      }
    }
  };
}
