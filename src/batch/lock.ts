import { closeSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A process that may hold a folder. */
export interface Processes {
  readonly pid: number;
  /** Whether a process of this machine is there. */
  readonly isRunning: (pid: number) => boolean;
}

/** Who holds a folder. */
export interface Holder {
  readonly pid: number;
  /** Of the machine; null for this one. */
  readonly host: string | null;
  /** When it took the folder, in ISO 8601. */
  readonly since: string;
  /** Its lock. */
  readonly path: string;
}

/** `release` gives the folder back. */
export type Lock = { readonly release: () => void } | { readonly holder: Holder };

const NAME = /^\.lock-(\d+)-(\d*)-(.*)$/;

/** The name of this machine as a part of a file's name. */
const machine = (): string => hostname().replace(/[^\w.-]/g, '_');

export const isLock = (name: string): boolean => NAME.test(name);

const ATTEMPTS = 5;

/**
 * Takes a folder for this process alone, or says who has it. Each process makes a lock of its own and then looks
 * for others: of two that start at once the second sees the first, and at worst both see each other, step back
 * and try again. The lock of a process that is no more is removed; no process ever removes one that may be held.
 */
export async function lockFolder(folder: string, processes: Processes): Promise<Lock> {
  const { pid } = processes;
  const name = `.lock-${pid}-${startOf(pid)}-${machine()}`;
  const own = join(folder, name);
  for (let attempt = 1; ; attempt++) {
    closeSync(openSync(own, 'w'));
    const holder = otherHolder(folder, name, processes);
    if (holder === null) return { release: () => rmSync(own, { force: true }) };
    rmSync(own);
    if (attempt === ATTEMPTS) return { holder };
    await wait(20 + Math.random() * 60);
  }
}

function otherHolder(folder: string, own: string, processes: Processes): Holder | null {
  for (const name of readdirSync(folder)) {
    const [, id = '', start = '', host = ''] = NAME.exec(name) ?? [];
    if (id === '' || name === own) continue;
    const path = join(folder, name);
    const pid = Number(id);
    const isHere = host === machine();
    if (isHere && !(processes.isRunning(pid) && start === startOf(pid))) {
      rmSync(path, { force: true });
      continue;
    }
    const taken = statSync(path, { throwIfNoEntry: false });
    if (taken === undefined) continue;
    const since = taken.mtime.toISOString();
    return { pid, host: isHere ? null : host, since, path };
  }
  return null;
}

/**
 * When a process started, in the units of the system: the same number may since have gone to another process.
 * Empty where the system does not tell, and where there is no such process.
 */
function startOf(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in parentheses, may hold spaces. What follows begins with the third field.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
