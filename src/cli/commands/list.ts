export async function runList(..._arguments: unknown[]): Promise<0> {
  return 0;
}
