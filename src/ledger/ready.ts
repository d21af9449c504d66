/** The ready mappings by the names that `--mapping` takes: data files, to be copied and changed. */
export const READY_MAPPINGS: Readonly<Record<string, () => Promise<unknown>>> = {
  复议: async () => (await import('./mappings/reconsideration.json')).default,
  '12345': async () => (await import('./mappings/hotline.json')).default,
};
