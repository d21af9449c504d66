/** Names by a hash of their bytes: a new one may pass for one that was seen, once in a lifetime, never the other way. */
export interface SeenNames {
  readonly size: number;
  /** Whether bytes are new; they are seen then. */
  isNew(bytes: Buffer, from: number, to: number): boolean;
}

/** A Set of as many texts takes several times as long. */
export function seenNames(): SeenNames {
  // Filled to half at most; 0 is an empty slot.
  let slots = new Float64Array(1 << 12);
  let size = 0;

  return {
    get size() {
      return size;
    },
    isNew(bytes, from, to) {
      let [first, second] = [0x811c9dc5, 0x1505];
      for (let at = from; at < to; at++) {
        const byte = bytes[at] as number;
        first = Math.imul(first ^ byte, 0x01000193);
        second = Math.imul(second, 33) ^ byte;
      }
      const hash = (first >>> 0) * 2 ** 20 + (second & 0xfffff) + 1;
      const at = slotOf(slots, hash);
      if (slots[at] === hash) return false;
      slots[at] = hash;
      size++;
      if (size * 2 > slots.length) slots = widened(slots);
      return true;
    },
  };
}

function slotOf(slots: Float64Array, hash: number): number {
  const last = slots.length - 1;
  let at = Math.floor(hash / 2 ** 20) & last;
  while (slots[at] !== 0 && slots[at] !== hash) at = (at + 1) & last;
  return at;
}

function widened(slots: Float64Array): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(slots.length * 2);
  for (const hash of slots) if (hash !== 0) wider[slotOf(wider, hash)] = hash;
  return wider;
}
