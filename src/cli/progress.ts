import type { Host } from './host.ts';

/** Inputs below this many bytes are read before a person could see a bar. */
const LONG = 8 << 20;

export interface Progress {
  update(label: string, fraction: number): void;
  stop(): void;
}

const SILENT: Progress = { update: () => undefined, stop: () => undefined };

/** A bar on a terminal for long reading, and silence everywhere else. */
export const progressOn = async (host: Host, bytes: number): Promise<Progress> =>
  progressBar(host, bytes >= LONG);

/** A bar on a terminal for long work, and silence everywhere else. */
export async function progressBar(host: Host, isLong: boolean): Promise<Progress> {
  // To ask a stream opens it, which takes a short run a tenth of its time.
  if (!isLong) return SILENT;
  const { stderr } = host;
  if (stderr.isTTY !== true) return SILENT;
  const { SingleBar } = await import('cli-progress');
  const bar = new SingleBar({
    stream: stderr,
    format: '{bar} {percentage}% {label}',
    barCompleteChar: '#',
    barIncompleteChar: '-',
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(1, 0, { label: '' });
  return {
    update: (label, fraction) => bar.update(fraction, { label }),
    stop: () => bar.stop(),
  };
}
