import { fileOf, placeOfValue } from '../check/place.ts';
import type { GroupPair } from '../compare/pairs.ts';
import type { ChangeRecord } from '../compare/record.ts';
import type { Place } from '../issue/issue.ts';
import { comparePhrases } from '../message/compare-phrases.ts';
import type { ChangeRule } from '../message/run-phrases.ts';
import { excludesZero } from '../statistics/newcombe.ts';
import { periodOf } from './check.ts';
import { sourceOf } from './cite.ts';
import {
  type CompareReport,
  changeText,
  isRestated,
  labelOf,
  periodsText,
  sideText,
  titleOf,
} from './compare.ts';
import type { Attention, Looked } from './compare-items.ts';
import { remarksOf, remarksOfChange } from './compare-remarks.ts';
import type { Item } from './run.ts';

/** A change as something to look at. */
export function changeLooked(record: ChangeRecord, pair: GroupPair, report: CompareReport): Looked {
  const rule = isRestated(report) ? 'restated' : ruleOf(record);
  const isDated = pair.after.periods.length + pair.before.periods.length > 0;
  return {
    pair,
    name: () => {
      const label = labelOf(record.kind, record.id, report);
      return isDated ? `${periodsText(pair, report)} / ${label}` : label;
    },
    attention: rule && changeAttention(rule, record, pair, report),
  };
}

function ruleOf({ change, direction }: ChangeRecord): ChangeRule | null {
  if (change === null) return 'unknown-change';
  return direction === 'worse' ? 'worse' : null;
}

function changeAttention(
  rule: ChangeRule,
  record: ChangeRecord,
  pair: GroupPair,
  report: CompareReport,
): Attention {
  const head = {
    rule,
    kind: 'change',
    severity: severityOfChange(rule, record),
    flag: rule === 'unknown-change' ? 'unknown' : 'warn',
  } as const;
  return {
    ...head,
    item: () => {
      const { kind, id } = record;
      const { before, after } = pair;
      const label = labelOf(kind, id, report);
      const title = [titleOf(pair, report), label].filter((text) => text !== '').join(' ');
      return {
        ...head,
        title,
        message: title + report.words.after.phrases.colon + changeSentence(rule, record, report),
        source: definitionOf(record, report),
        place: placeOf(record, report),
        fingerprint: JSON.stringify([
          rule,
          kind,
          id,
          after.unit,
          periodOf(before.period, before.periods),
          periodOf(after.period, after.periods),
        ]),
        standing: null,
      };
    },
  };
}

/** What may well be chance, and what nobody can know, is worth a look and no more. */
function severityOfChange(rule: ChangeRule, record: ChangeRecord): Item['severity'] {
  if (rule === 'unknown-change') return 'note';
  const interval = record.kind === 'metric' ? record.interval : null;
  return interval === null || excludesZero(interval) ? 'warning' : 'note';
}

/** 12.50% → 18.75%，+6.25 个百分点；变差；可能是偶然波动（…）. */
function changeSentence(rule: ChangeRule, record: ChangeRecord, report: CompareReport): string {
  const { check, colon, comma, listSeparator } = report.words.after.phrases;
  const compare = comparePhrases(report.words.after);
  const stated = compare.stated(
    sideText(record, 'before', report),
    sideText(record, 'after', report),
  );
  const verdict = {
    worse: compare.direction.worse,
    restated:
      compare.columns.cause +
      colon +
      record.causes.map((cause) => compare.cause[cause]).join(listSeparator),
    'unknown-change': '',
  }[rule];
  const figures = [stated, changeText(record, report)].filter((text) => text !== '').join(comma);
  const remarks = rule === 'restated' ? remarksOf : remarksOfChange;
  return [figures, verdict, ...remarks(record, report)]
    .filter((text) => text !== '')
    .join(check.separator);
}

/** Where the metric is defined. */
function definitionOf({ kind, id }: ChangeRecord, { comparison, words }: CompareReport) {
  const { before, after } = comparison.sides;
  const metric = after.catalogue.metrics[id] ?? before.catalogue.metrics[id];
  return kind === 'count' || metric === undefined ? null : sourceOf(metric, words.after);
}

/** Where the side after states what changed, or else, as far as that is known, where it should. */
function placeOf(record: ChangeRecord, { comparison }: CompareReport): Place {
  const { dataset, catalogue } = comparison.sides.after;
  const { group } = record.after;
  if (record.kind === 'count')
    return record.after.places[0] ?? { file: fileOf(group.entries, dataset) };
  const { assessment } = record.after;
  return assessment === null
    ? { file: fileOf(group.entries, dataset) }
    : placeOfValue({ group, assessment }, [], dataset, catalogue);
}
