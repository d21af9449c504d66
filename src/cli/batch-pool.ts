import type { NamedOutput } from '../batch/names.ts';
import {
  type BatchPlan,
  type Computed,
  type ComputedFile,
  type Computer,
  createComputer,
} from './batch-file.ts';
import { usageError } from './failure.ts';
import type { Host, Workers } from './host.ts';

/** Files that go to a thread at a time. */
const CHUNK = 16;

/** Fewer files than this for each thread are computed before another thread would have started. */
const WORTH_A_THREAD = 64;

/**
 * Computes files on as many threads as help, and gives what came of them in their order. Throws a UsageError where
 * a result cannot be written; by then nothing writes any more.
 */
export async function computeAll(
  jobs: readonly NamedOutput[],
  plan: BatchPlan,
  host: Host,
  progress: (done: number) => void,
): Promise<readonly ComputedFile[]> {
  const { workers } = host;
  const threads = Math.min(workers?.count() ?? 1, Math.floor(jobs.length / WORTH_A_THREAD));
  const computers =
    threads < 2 || workers === undefined
      ? [await createComputer(plan, 0)]
      : Array.from({ length: threads }, (_, id) => remote(workers.start({ plan, id })));
  const results: Computed[] = [];
  const state = { next: 0, done: 0, failed: false };
  const work = async (computer: Computer): Promise<void> => {
    while (!state.failed && state.next * CHUNK < jobs.length) {
      const index = state.next++;
      const chunk = jobs.slice(index * CHUNK, (index + 1) * CHUNK);
      const computed = await computer.compute(chunk);
      results[index] = computed;
      state.failed ||= 'failure' in computed;
      state.done += chunk.length;
      progress(state.done);
    }
  };
  try {
    await Promise.all(computers.map(work));
  } finally {
    await Promise.all(computers.map((computer) => computer.close()));
  }
  return results.flatMap((computed) => {
    if ('failure' in computed) throw usageError('cannot-write', computed.failure);
    return computed.files;
  });
}

/** A computer on a thread of its own. An error that it does not expect rejects what it was asked for. */
function remote(worker: ReturnType<Workers['start']>): Computer {
  let reject: (error: Error) => void = () => undefined;
  const failed = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  failed.catch(() => undefined);
  worker.on('error', reject);
  return {
    compute(jobs) {
      const answer = new Promise<Computed>((resolve) => worker.once('message', resolve));
      worker.postMessage(jobs);
      return Promise.race([answer, failed]);
    },
    async close() {
      await worker.terminate();
    },
  };
}
