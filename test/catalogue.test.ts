import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../src/catalogue/catalogue.ts';
import type { Count } from '../src/catalogue/count.ts';
import { counts } from '../src/catalogue/counts.ts';
import type { Example, Metric } from '../src/catalogue/metric.ts';
import { metrics } from '../src/catalogue/metrics.ts';
import { headerKey } from '../src/catalogue/names.ts';
import { rulings } from '../src/catalogue/rulings.ts';
import { type DocumentId, documents, type Source } from '../src/catalogue/source.ts';
import type { Standard } from '../src/catalogue/standard.ts';
import { standards } from '../src/catalogue/standards.ts';
import { parseDecimal } from '../src/exact/decimal.ts';
import { roundedText } from '../src/exact/rounding.ts';
import { type CountSource, evaluate } from '../src/formula/evaluate.ts';
import { type Formula, inputsOf } from '../src/formula/formula.ts';

const countById: Readonly<Record<string, Count>> = counts;
const metricById: Readonly<Record<string, Metric>> = metrics;
const standardById: Readonly<Record<string, Standard>> = standards;

const countEntries = Object.entries(countById);
const metricEntries = Object.entries(metricById);
const standardEntries = Object.entries(standardById);

const formulaOf = (id: string): Formula => {
  const metric = metricById[id];
  if (metric === undefined) throw new Error(`no metric ${id}`);
  return metric.formula;
};

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s*\\]/g, '')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/。/g, '.')
    .replace(/、/g, ',');

const textOf = Object.fromEntries(
  Object.entries(documents).map(([id, { file }]) => [
    id,
    plain(readFileSync(new URL(`../fixtures/sources/${file}`, import.meta.url), 'utf8')),
  ]),
) as Record<DocumentId, string>;

const quotations: [string, Source][] = [
  ...countEntries.map(([id, { source }]): [string, Source] => [`count ${id}`, source]),
  ...metricEntries.map(([id, { source }]): [string, Source] => [`metric ${id}`, source]),
  ...standardEntries.map(([id, { source }]): [string, Source] => [`standard ${id}`, source]),
  ...rulings.map(({ seed, source }): [string, Source] => [`ruling ${seed}`, source]),
];

test.each(quotations)('%s quotes its document', (_, { document, section, quote }) => {
  expect(section).not.toBe('');
  expect(quote).not.toBe('');
  expect(textOf[document as DocumentId].includes(plain(quote)), quote).toBe(true);
});

describe('counts', () => {
  test('are declared and used', () => {
    const used = metricEntries.flatMap(([, { formula }]) => inputsOf(formula, formulaOf));
    expect([...new Set(used)].sort()).toEqual(Object.keys(countById).sort());
  });

  test('may have decimals only when they are hours', () => {
    for (const [id, { decimals, unit }] of countEntries) {
      expect(decimals === true, id).toBe(unit === '学时');
    }
  });
});

describe('names', () => {
  const chineseNamesOf = (id: string, { label, aliases = [] }: Count | Metric) => [
    id,
    label,
    ...aliases,
  ];

  const namesOf = (id: string, declared: Count | Metric) => [
    ...chineseNamesOf(id, declared),
    typeof declared.english === 'string' ? declared.english : declared.english.label,
  ];

  /** A metric that is one count shares its names. */
  const ownerOf = (id: string): string => {
    const { formula } = metricById[id] as Metric;
    return formula.kind === 'count' ? formula.count : `metric ${id}`;
  };

  test('never stand for two things', () => {
    const owners = new Map<string, string>();
    const clashes: string[] = [];
    const claim = (name: string, owner: string) => {
      const key = headerKey(name);
      const other = owners.get(key);
      if (key === '' || (other !== undefined && other !== owner)) {
        clashes.push(`${name}: ${other}, ${owner}`);
      }
      owners.set(key, owner);
    };
    for (const [id, count] of countEntries) for (const name of namesOf(id, count)) claim(name, id);
    for (const [id, metric] of metricEntries) {
      for (const name of namesOf(id, metric)) claim(name, ownerOf(id));
    }
    expect(clashes).toEqual([]);
  });

  test('of counts are known as they are and however they are written', () => {
    const catalogue = builtInCatalogue();
    for (const [id, count] of countEntries) {
      for (const name of namesOf(id, count)) {
        const found = [name, ` ${name}`, `${name}（${count.unit}）`].map(catalogue.named);
        expect(found, name).toEqual(Array(3).fill({ kind: 'count', id }));
      }
    }
  });

  test('have no alias that another name of theirs covers', () => {
    for (const [id, declared] of [...countEntries, ...metricEntries]) {
      const keys = chineseNamesOf(id, declared).map(headerKey);
      expect(new Set(keys).size, `${id}: ${keys.join(' ')}`).toBe(keys.length);
    }
  });

  test('a metric that is one count has its label and unit', () => {
    for (const [id, metric] of metricEntries) {
      if (metric.formula.kind !== 'count') continue;
      const count = countById[metric.formula.count] as Count;
      expect(metric.label, id).toBe(count.label);
      expect(metric.display, id).toEqual({ unit: count.unit });
    }
  });

  test('ignore width, white space, units and words for quantity', () => {
    expect(headerKey(' 复议撤销_案件-数量（件）')).toBe('复议撤销');
    expect(headerKey('培训总学时（学时）')).toBe('培训总学时');
    expect(headerKey('复议纠错率（审结口径）')).toBe('复议纠错率(审结口径)');
    expect(headerKey('移动终端ＡＰＰ覆盖率')).toBe('移动终端app覆盖率');
  });
});

describe('metrics', () => {
  const sourceOf = (
    values: Readonly<Record<string, number>>,
    prior?: CountSource,
  ): CountSource => ({
    count: (id) => {
      const value = values[id];
      return value === undefined ? null : parseDecimal(String(value));
    },
    priorYear: () => prior ?? null,
    parts: () => [],
    reported: () => null,
  });

  const textOfExample = (id: string, example: Example): string => {
    const { formula, display = 'percent' } = metricById[id] as Metric;
    const prior = example.priorYear === undefined ? undefined : sourceOf(example.priorYear);
    const outcome = evaluate(id, formula, sourceOf(example.counts, prior), formulaOf);
    if (!outcome.known) throw new Error(`${id}: ${outcome.reason.code}`);
    const decimals = /\.(\d+)/.exec(example.text)?.[1]?.length ?? 0;
    const scale = display === 'percent' ? 100 : 1;
    const unit = display === 'percent' ? '%' : display.unit;
    return `${roundedText(outcome, decimals, example.rounding ?? 'half-up', scale)}${unit}`;
  };

  test.each(metricEntries)('%s works as its example says', (id, { example, formula }) => {
    if (example === null) {
      expect(formula.kind).toBe('mean');
      return;
    }
    expect(Object.keys(example.counts).sort()).toEqual([...inputsOf(formula, formulaOf)].sort());
    expect(textOfExample(id, example)).toBe(example.text);
  });

  test.each(metricEntries)('%s says what the sources leave open', (_, metric) => {
    expect(metric.meaning).toMatch(/。$/);
    if (metric.definition === 'plain-reading') expect(metric.ambiguity).toBeDefined();
  });
});

describe('standards', () => {
  test.each(standardEntries)('%s holds a declared metric to a readable limit', (_, standard) => {
    const { metric, limit, from, until } = standard;
    expect(metricById).toHaveProperty(metric);
    if (limit.kind === 'metric') expect(metricById).toHaveProperty(limit.metric);
    if (limit.kind === 'value') expect(parseDecimal(limit.value)).not.toBeNull();
    for (const month of [from, until]) {
      if (month !== undefined) expect(month).toMatch(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/);
    }
    if (from !== undefined && until !== undefined) expect(from <= until).toBe(true);
  });

  test('decide what the rulings say they decide', () => {
    const named = rulings.flatMap((ruling) => (ruling.decidable ? ruling.standards : []));
    expect([...new Set(named)].sort()).toEqual(Object.keys(standardById).sort());
  });

  test('every threshold and comparison has one ruling', () => {
    const numbered = (letter: string, length: number) =>
      Array.from({ length }, (_, index) => `${letter}${index + 1}`);
    expect(rulings.map(({ seed }) => seed)).toEqual([...numbered('T', 33), ...numbered('R', 12)]);
  });
});
