/** Synthetic case ledgers for the benchmarks, seeded and the same every time. No case in them is anybody's. */
import { closeSync, openSync, writeSync } from 'node:fs';

const STREETS = Array.from({ length: 15 }, (_, index) => `第${index + 1}街道办事处`);
const OUTCOMES = ['驳回', '维持', '确认违法', '撤销', '变更', '责令履行', '调解', '终止'];
const GROUNDS = ['行政处罚', '政府信息公开', '不履行职责', '投诉举报'];
const YEARS = [2021, 2022, 2023, 2024];
const DAYS = YEARS.flatMap((year) =>
  Array.from({ length: 12 * 28 }, (_, index) => {
    const [month, day] = [Math.floor(index / 28) + 1, (index % 28) + 1];
    return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  }),
);

/** Writes a ledger of `cases` rows and 8 columns, some 85 bytes each. */
export function writeLedger(path, cases) {
  let state = 20241122;
  const pick = (list) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return list[Math.floor((state / 2 ** 32) * list.length)];
  };
  const file = openSync(path, 'w');
  let batch = '案号,单位,受理日期,结案日期,结案方式,案由,标的额,备注\n';
  for (let index = 0; index < cases; index++) {
    batch += `复2024-${index},${pick(STREETS)},${pick(DAYS)},${pick(DAYS)},${pick(OUTCOMES)},${pick(GROUNDS)},${index % 99991},\n`;
    if (batch.length < 1 << 20) continue;
    writeSync(file, batch);
    batch = '';
  }
  writeSync(file, batch);
  closeSync(file);
}
