const view = new DataView(new ArrayBuffer(8));

/** The double `steps` places further from zero. */
function neighbour(value: number, steps: bigint): number {
  view.setFloat64(0, value);
  view.setBigUint64(0, view.getBigUint64(0) + steps);
  return view.getFloat64(0);
}

/** A finite double as top / bottom, exactly: its 53 bits times a power of two. */
function asFraction(value: number): readonly [bigint, bigint] {
  view.setFloat64(0, Math.abs(value));
  const bits = view.getBigUint64(0);
  const exponent = Number(bits >> 52n);
  const mantissa = (bits & (2n ** 52n - 1n)) + (exponent === 0 ? 0n : 2n ** 52n);
  const shift = (exponent === 0 ? 1 : exponent) - 1075;
  const signed = value < 0 ? -mantissa : mantissa;
  return shift >= 0 ? [signed << BigInt(shift), 1n] : [signed, 1n << BigInt(-shift)];
}

/** Whether no other double is nearer to top / bottom (bottom above 0). By BigInt alone. */
export function nearestDouble(value: number, top: bigint, bottom: bigint): boolean {
  if (top === 0n) return Object.is(value, 0);
  const distance = (candidate: number): readonly [bigint, bigint] => {
    const [a, b] = asFraction(candidate);
    const difference = a * bottom - top * b;
    return [difference < 0n ? -difference : difference, b];
  };
  const [error, unit] = distance(value);
  return [1n, -1n].every((steps) => {
    const [other, otherUnit] = distance(neighbour(value, steps));
    return error * otherUnit <= other * unit;
  });
}
