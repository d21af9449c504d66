import type { Catalogue } from '../catalogue/catalogue.ts';
import { rulings } from '../catalogue/rulings.ts';
import type { Words } from '../message/words.ts';
import type { TableBlock } from './blocks.ts';
import { cite } from './cite.ts';
import { formulaInWords, standardTerms } from './explanation.ts';
import type { ListSubject } from './formats.ts';

/** A list for people, as a table, and for machines, as flat records. */
export interface CatalogueList {
  readonly block: TableBlock;
  readonly records: readonly Readonly<Record<string, string>>[];
  /** What people are told below the table. */
  readonly notes?: readonly string[];
}

export function catalogueList(
  subject: Exclude<ListSubject, 'framework'>,
  catalogue: Catalogue,
  words: Words,
): CatalogueList {
  switch (subject) {
    case 'metrics':
      return listMetrics(catalogue, words);
    case 'counts':
      return listCounts(catalogue, words);
    case 'standards':
      return listStandards(catalogue, words);
  }
}

function listOf(
  records: CatalogueList['records'],
  columns: readonly (readonly [field: string, title: string])[],
): CatalogueList {
  return {
    records,
    block: {
      kind: 'table',
      title: '',
      columns: columns.map(([, title]) => ({ title, align: 'left' })),
      rows: records.map((record) => ({
        cells: columns.map(([field]) => record[field] ?? ''),
        flag: null,
      })),
    },
  };
}

function listMetrics(catalogue: Catalogue, words: Words): CatalogueList {
  const { list } = words.phrases;
  const records = Object.entries(catalogue.metrics).map(([id, { source }]) => ({
    id,
    label: words.metric(id),
    formula: formulaInWords(id, catalogue, words),
    standard: catalogue.standardsOf(id).map(words.standard).join(words.phrases.listSeparator),
    document: cite(source).document,
    section: source.section,
  }));
  return listOf(records, [
    ['label', list.metric],
    ['formula', list.formula],
    ['standard', list.standard],
    ['id', 'id'],
  ]);
}

function listCounts(catalogue: Catalogue, words: Words): CatalogueList {
  const { list, explain } = words.phrases;
  const records = Object.entries(catalogue.counts).map(
    ([id, { unit, nature, aliases = [], note = '', source }]) => ({
      id,
      label: words.count(id),
      unit,
      nature: explain.nature[nature],
      aliases: aliases.join(words.phrases.listSeparator),
      note,
      document: cite(source).document,
      section: source.section,
    }),
  );
  return listOf(records, [
    ['label', list.count],
    ['unit', list.unit],
    ['nature', list.nature],
    ['aliases', list.aliases],
    ['id', 'id'],
  ]);
}

/** The standards that are judged, and the rules of the sources that counts cannot decide, with the reason. */
function listStandards(catalogue: Catalogue, words: Words): CatalogueList {
  const { list } = words.phrases;
  const judged = Object.entries(catalogue.standards).map(([id, standard]) => ({
    rule: rulings
      .filter((ruling) => ruling.decidable && ruling.standards.some((each) => each === id))
      .map(({ seed }) => seed)
      .join(' '),
    metric: words.metric(standard.metric),
    demand: words.standard(standard),
    terms: standardTerms(standard, catalogue, words),
    document: cite(standard.source).document,
    section: standard.source.section,
    quote: standard.source.quote,
    id,
  }));
  const undecidable = rulings.flatMap((ruling) =>
    ruling.decidable
      ? []
      : [
          {
            rule: ruling.seed,
            metric: ruling.title,
            demand: list.notDecidable,
            terms: ruling.reason,
            document: cite(ruling.source).document,
            section: ruling.source.section,
            quote: ruling.source.quote,
            id: '',
          },
        ],
  );
  return listOf(
    [...judged, ...undecidable],
    [
      ['rule', list.rule],
      ['metric', list.metric],
      ['demand', list.standard],
      ['terms', list.terms],
      ['section', list.section],
    ],
  );
}
