/** The encodings that `--encoding` takes. */
export const ENCODINGS = [
  'auto',
  'utf-8',
  'gb18030',
  'gbk',
  'utf-16le',
  'utf-16be',
  'big5',
] as const;

export type Encoding = Exclude<(typeof ENCODINGS)[number], 'auto'>;
