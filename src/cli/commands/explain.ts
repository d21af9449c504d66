export async function runExplain(..._arguments: unknown[]): Promise<0> {
  return 0;
}
