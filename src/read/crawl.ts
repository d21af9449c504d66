import { type Dirent, readdir, realpath, type Stats, stat } from 'node:fs';
import { type GlobOptions, glob } from 'tinyglobby';

/** What a search of folders found. */
export interface Crawled {
  /** As `glob` names them. */
  readonly files: readonly string[];
  /** Folders and links on the way that could not be looked at, as absolute paths. */
  readonly unseen: readonly string[];
}

type Answer<T> = (error: NodeJS.ErrnoException | null, found?: T) => void;

/** A link that leads nowhere is taken for what its name says: a file by its extension, else a folder. */
const standIn = (path: string) => {
  const isFile = /\.[a-z]\w*$/i.test(path);
  return { isDirectory: () => !isFile, isFile: () => isFile } as Stats;
};

/** Finds files as `glob` does, which passes over in silence what the system does not let it look at. */
export async function crawl(pattern: string, options: GlobOptions): Promise<Crawled> {
  const broken = new Set<string>();
  /** The links by what they lead to: what is behind a link is listed under the name of its target. */
  const links = new Map<string, string[]>();
  const unseen = new Set<string>();
  const fs = {
    realpath(path: string, answer: Answer<string>) {
      const isBroken = () => {
        broken.add(path);
        answer(null, path);
      };
      realpath(path, (error, target) => {
        if (error !== null) return isBroken();
        stat(target, (failure) => {
          if (failure !== null) return isBroken();
          links.set(target, [...(links.get(target) ?? []), path]);
          answer(null, target);
        });
      });
    },
    stat(path: string, answer: Answer<Stats>) {
      if (broken.has(path)) answer(null, standIn(path));
      else stat(path, answer);
    },
    readdir(path: string, how: { withFileTypes: true }, answer: Answer<Dirent[]>) {
      readdir(path, how, (error, entries) => {
        const folder = path.length > 1 ? path.replace(/\/$/, '') : path;
        // What is not there, or no folder, only does not fit the pattern.
        const isAbsent = error?.code === 'ENOENT' || error?.code === 'ENOTDIR';
        if (error !== null && (!isAbsent || broken.has(folder))) {
          for (const name of links.get(folder) ?? [folder]) unseen.add(name);
        }
        answer(error, entries);
      });
    },
  };
  const files = await glob(pattern, {
    ...options,
    fs: fs as unknown as NonNullable<GlobOptions['fs']>,
  });
  return { files, unseen: [...unseen] };
}
