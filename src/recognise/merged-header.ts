import type { Catalogue } from '../catalogue/catalogue.ts';
import { meaningOf, type Row } from './layout.ts';

/**
 * A header row, with what stands above its blank cells where that means something: of cells merged over several
 * rows (单位 beside 复议结果 over 撤销, 变更) a sheet keeps the uppermost.
 */
export function mergedHeader(
  headers: readonly string[],
  above: readonly Row[],
  catalogue: Catalogue,
): readonly string[] {
  const upwards = [...above].reverse();
  return headers.map((header, index) => {
    if (header.trim() !== '') return header;
    const upper = upwards.map(({ cells }) => cells[index] ?? '').find((cell) => cell.trim() !== '');
    return upper !== undefined && meaningOf(upper, catalogue) !== null ? upper : header;
  });
}
