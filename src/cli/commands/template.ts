export async function runTemplate(..._arguments: unknown[]): Promise<0> {
  return 0;
}
