export async function runSchema(..._arguments: unknown[]): Promise<0> {
  return 0;
}
