import type { Language } from '../message/phrases.ts';
import { visible } from '../message/visible.ts';
import type { BatchFailureArguments } from './failure.ts';

type BatchFailures = {
  readonly [Code in keyof BatchFailureArguments]: (details: BatchFailureArguments[Code]) => string;
};

export const batchFailures: Readonly<Record<Language, BatchFailures>> = {
  zh: {
    'no-match': ({ patterns }) =>
      `没有文件与 ${patterns.map(visible).join('、')} 相符（batch 的结果之内的不算）；请核对名称，文件夹须含 .csv、.tsv、.json、.jsonl、.ndjson 或 .parquet 文件`,
    'inputs-in-results': ({ patterns, folders }) =>
      `${patterns.map(visible).join('、')} 中的文件都在 ${folders.map(visible).join('、')}（--out 或 --diff 的文件夹）之内，不作为输入；请把 --out 指到另一个文件夹`,
    'same-output': ({ first, second, output }) =>
      `${visible(first)} 和 ${visible(second)} 的结果都会写到 ${visible(output)}（不区分大小写）；请改名，或分开计算`,
    'wide-without-metric': () =>
      'batch 的 --layout wide 须与 --metric 同用：合并表中各文件的列必须相同',
    'not-for-results': ({ path }) =>
      `文件夹 ${visible(path)} 不是空的，也不是 batch 的结果，未写入；请另选一个文件夹`,
    'unreadable-manifest': ({ path, folder, wrongAt }) =>
      `${visible(path)} 不是本版本能读的 batch 清单（${visible(wrongAt)} 处不对），未写入；如 ${visible(folder)} 是 batch 的结果，请删去这个文件夹再运行，否则请另选一个文件夹`,
    'folder-in-use': ({ path, pid, host, since, lock }) =>
      `${visible(path)} 正由另一次运行写入（${host === null ? '' : `机器 ${visible(host)}，`}进程 ${pid}，始于 ${since}）；请等它结束再运行${host === null ? '' : `，若它已不在，请删去 ${visible(lock)}`}`,
    'link-in-results': ({ path }) =>
      `${visible(path)} 是符号链接，结果会写到文件夹之外，未写入；请删去它`,
    'no-results': ({ path, cause }) =>
      `${visible(path)} 不是已完成的 batch 结果（${cause === 'ENOENT' ? '没有 manifest.json' : visible(cause)}）`,
    'altered-results': ({ path }) =>
      `${visible(path)} 与它的 manifest.json 所记的 SHA-256 不符，已被截断或改动，不能比较；请恢复原文件，或重新得出这份结果`,
    'same-results': ({ path }) =>
      `--diff 与 --out 是同一个文件夹 ${visible(path)}；请把新的结果写到另一个文件夹`,
    'wide-results': ({ path }) =>
      `--diff 须用 --layout tidy 的结果：${visible(path)} 的合并表没有分子、分母和判断`,
    'output-in-results': ({ path, folder }) =>
      `${visible(path)} 在 batch 的结果文件夹 ${visible(folder)} 之内，其中的文件由 batch 自己写、自己清理；请把摘要写到别处`,
  },
  en: {
    'no-match': ({ patterns }) =>
      `no file matches ${patterns.map(visible).join(', ')} (results of batch do not count); check the name; a folder has to hold .csv, .tsv, .json, .jsonl, .ndjson or .parquet files`,
    'inputs-in-results': ({ patterns, folders }) =>
      `all files of ${patterns.map(visible).join(', ')} lie in ${folders.map(visible).join(', ')}, the directory of --out or --diff, and are no input; name another directory with --out`,
    'same-output': ({ first, second, output }) =>
      `the results of ${visible(first)} and ${visible(second)} would both go to ${visible(output)} (whatever the case of letters); rename one, or compute them apart`,
    'wide-without-metric': () =>
      '--layout wide of batch goes with --metric: in the merged table all files have the same columns',
    'not-for-results': ({ path }) =>
      `the directory ${visible(path)} is neither empty nor one of results of batch and was left alone; name another`,
    'unreadable-manifest': ({ path, folder, wrongAt }) =>
      `${visible(path)} is no manifest of batch that this version reads (wrong at ${visible(wrongAt)}); nothing was written; if ${visible(folder)} holds results of batch, remove that directory and run again, else name another`,
    'folder-in-use': ({ path, pid, host, since, lock }) =>
      `another run is writing to ${visible(path)} (${host === null ? '' : `on ${visible(host)}, `}process ${pid}, since ${since}); wait until it has ended${host === null ? '' : `, or remove ${visible(lock)} if it is no more`}`,
    'link-in-results': ({ path }) =>
      `${visible(path)} is a symbolic link, and results would leave the directory; nothing was written there; remove it`,
    'no-results': ({ path, cause }) =>
      `${visible(path)} holds no finished results of batch (${cause === 'ENOENT' ? 'no manifest.json' : visible(cause)})`,
    'altered-results': ({ path }) =>
      `${visible(path)} does not have the SHA-256 that its manifest.json states: it was cut short or edited and cannot be compared; restore it, or make those results again`,
    'same-results': ({ path }) =>
      `--diff and --out are the same directory ${visible(path)}; write the new results to another`,
    'wide-results': ({ path }) =>
      `--diff needs results in --layout tidy: the merged table of ${visible(path)} has no numerators, denominators and flags`,
    'output-in-results': ({ path, folder }) =>
      `${visible(path)} lies in ${visible(folder)}, a directory of results, whose files batch writes and clears itself; write the summary elsewhere`,
  },
};
