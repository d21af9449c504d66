import { parentPort, workerData } from 'node:worker_threads';
import { type BatchPlan, createComputer } from './batch-file.ts';

/** What a thread of `batch` does: it computes the files that it is sent, until it is ended. */
const { plan, id } = workerData as { readonly plan: BatchPlan; readonly id: number };
const computer = createComputer(plan, id);

parentPort?.on('message', async (jobs) =>
  parentPort?.postMessage(await (await computer).compute(jobs)),
);
