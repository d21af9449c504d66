import { closeSync, openSync, readSync } from 'node:fs';
import type { Redefinition } from '../compare/compare.ts';
import { CAUSES } from '../compare/record.ts';
import { fieldTexts } from '../message/csv-field.ts';
import type { FileRecord, Manifest, MetricRecord } from './manifest.ts';

/**
 * What differs between two runs and bears on a figure that changed. Beside the causes of a restatement: other
 * options, or another version of the program.
 */
export const RESTATEMENT_CAUSES = [...CAUSES, 'options', 'version'] as const;

export type RestatementCause = (typeof RESTATEMENT_CAUSES)[number];

/** A folder of results that was finished. */
export interface Results {
  readonly folder: string;
  /** Its merged table, in the tidy layout. */
  readonly table: string;
  readonly manifest: Manifest;
}

/** A row of the merged table, each text as it was before it became a field. */
export interface Figure {
  readonly unit: string;
  readonly period: string;
  readonly metric: string;
  readonly label: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly value: string;
  readonly text: string;
  readonly reason: string;
  readonly flag: string;
}

/** A figure that is another than it was; null on the side that does not have it. */
export interface RestatedFigure {
  readonly path: string;
  readonly before: Figure | null;
  readonly after: Figure | null;
  readonly causes: readonly RestatementCause[];
}

/** A file that has figures on one side only. */
export interface LoneFile {
  readonly path: string;
  readonly onlyIn: 'before' | 'after';
  /** Whether the other side does not have the file or could not use it. */
  readonly why: 'absent' | 'unusable';
}

/** What changed between two folders of results. */
export interface Restatement {
  readonly before: string;
  readonly differs: {
    readonly version: boolean;
    readonly definition: boolean;
    readonly standards: boolean;
    /** Options that bear on figures. */
    readonly options: readonly string[];
  };
  readonly redefined: readonly Redefinition[];
  /** Metrics that are held to other standards. */
  readonly restandardised: readonly string[];
  readonly alone: readonly LoneFile[];
  /** How many files have figures on both sides. */
  readonly compared: number;
  /** The figures that changed, file by file; read anew at each call, so that none need be kept. */
  figures(): Iterable<RestatedFigure>;
}

/** Options that decide figures, and not only how they are written. */
const BEARING = ['by', 'metric', 'partial', 'allowInvalid', 'encoding'] as const;

/** Holds the results of a run against those of an earlier one. */
export function restatementOf(before: Results, after: Results): Restatement {
  const [old, now] = [before.manifest, after.manifest];
  const standardsNow = byId(now.metrics);
  const standardsOld = byId(old.metrics);
  const ids = [...new Set([...standardsNow.keys(), ...standardsOld.keys()])];
  const evidence: Evidence = {
    version: old.version !== now.version,
    definition: old.definition !== now.definition,
    standards: old.standards !== now.standards,
    options: BEARING.filter(
      (name) => JSON.stringify(old.options[name]) !== JSON.stringify(now.options[name]),
    ),
    redefined: ids.flatMap((metric): Redefinition[] => {
      const formulas = {
        before: standardsOld.get(metric)?.formula ?? null,
        after: standardsNow.get(metric)?.formula ?? null,
      };
      // A metric that was not asked for is not another.
      if (formulas.before === null || formulas.after === null) return [];
      return formulas.before === formulas.after ? [] : [{ metric, ...formulas }];
    }),
    restandardised: ids.filter((id) => {
      const [was, is] = [standardsOld.get(id), standardsNow.get(id)];
      return was !== undefined && is !== undefined && was.standards !== is.standards;
    }),
  };
  const { pairs, alone } = pairFiles(old, now);
  const { redefined, restandardised, ...differs } = evidence;
  return {
    before: before.folder,
    differs,
    redefined,
    restandardised,
    alone,
    compared: pairs.length,
    *figures() {
      const [first, second] = [openSync(before.table, 'r'), openSync(after.table, 'r')];
      try {
        for (const [was, is] of pairs) {
          const sameData = was.input?.sha256 === is.input?.sha256;
          if (sameData && isNothing(evidence)) continue;
          const [left, right] = [figuresAt(first, was.rows), figuresAt(second, is.rows)];
          yield* changed(is.path, left, right, { ...evidence, data: !sameData });
        }
      } finally {
        closeSync(first);
        closeSync(second);
      }
    },
  };
}

interface Evidence {
  readonly version: boolean;
  readonly definition: boolean;
  readonly standards: boolean;
  readonly options: readonly string[];
  readonly redefined: readonly Redefinition[];
  readonly restandardised: readonly string[];
}

const isNothing = ({ version, definition, standards, options }: Evidence): boolean =>
  !version && !definition && !standards && options.length === 0;

const byId = (metrics: readonly MetricRecord[]): ReadonlyMap<string, MetricRecord> =>
  new Map(metrics.map((metric) => [metric.id, metric]));

function pairFiles(before: Manifest, after: Manifest) {
  const old = new Map(before.files.map((file) => [file.path, file]));
  const now = new Map(after.files.map((file) => [file.path, file]));
  const pairs: (readonly [FileRecord, FileRecord])[] = [];
  const alone: LoneFile[] = [];
  const has = (file: FileRecord | undefined): file is FileRecord =>
    file !== undefined && file.rows !== null;
  for (const path of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [was, is] = [old.get(path), now.get(path)];
    if (has(was) && has(is)) pairs.push([was, is]);
    else if (has(was)) {
      alone.push({ path, onlyIn: 'before', why: is === undefined ? 'absent' : 'unusable' });
    } else if (has(is)) {
      alone.push({ path, onlyIn: 'after', why: was === undefined ? 'absent' : 'unusable' });
    }
  }
  return { pairs, alone };
}

function* changed(
  path: string,
  before: ReadonlyMap<string, Figure>,
  after: ReadonlyMap<string, Figure>,
  evidence: Evidence & { readonly data: boolean },
): Iterable<RestatedFigure> {
  for (const [key, now] of after) {
    const was = before.get(key) ?? null;
    if (was !== null && !isOther(was, now)) continue;
    yield { path, before: was, after: now, causes: causesOf(was, now, evidence) };
  }
  for (const [key, was] of before) {
    if (after.has(key)) continue;
    yield { path, before: was, after: null, causes: causesOf(was, null, evidence) };
  }
}

const isOther = (before: Figure, after: Figure): boolean =>
  isOtherValue(before, after) || before.flag !== after.flag;

const isOtherValue = (before: Figure | null, after: Figure | null): boolean =>
  (['numerator', 'denominator', 'value', 'reason'] as const).some(
    (field) => before?.[field] !== after?.[field],
  );

/** All that differs between the runs and can have changed a figure; of several each may have. */
function causesOf(
  before: Figure | null,
  after: Figure | null,
  { data, version, definition, standards, options, ...changes }: Evidence & { data: boolean },
): readonly RestatementCause[] {
  const metric = (after ?? before)?.metric ?? '';
  const redefined = changes.redefined.some((each) => each.metric === metric);
  const restandardised = changes.restandardised.includes(metric);
  const isJudgedOtherwise = before?.flag !== after?.flag;
  const isNamedOtherwise = before === null || after === null;
  const isValuedOtherwise = isOtherValue(before, after);
  const own: RestatementCause[] = [
    ...(redefined && isValuedOtherwise ? (['definition'] as const) : []),
    ...(restandardised && isJudgedOtherwise ? (['standard'] as const) : []),
  ];
  // Of what else a configuration says, the name of a unit or a metric that this one is judged by may do it.
  const isOfOthers = isNamedOtherwise || !isValuedOtherwise || !data;
  const general: RestatementCause[] =
    own.length > 0 || !isOfOthers
      ? []
      : [
          ...(definition ? (['definition'] as const) : []),
          ...(standards && isJudgedOtherwise ? (['standard'] as const) : []),
        ];
  const causes: RestatementCause[] = [
    ...(data ? (['data'] as const) : []),
    ...own,
    ...general,
    ...(options.length > 0 ? (['options'] as const) : []),
  ];
  return causes.length > 0 ? causes : version ? ['version'] : ['data'];
}

/** The rows of a file by what they are of. */
function figuresAt(table: number, rows: FileRecord['rows']): ReadonlyMap<string, Figure> {
  const figures = new Map<string, Figure>();
  if (rows === null) return figures;
  const buffer = Buffer.alloc(rows.bytes);
  readSync(table, buffer, 0, rows.bytes, rows.offset);
  for (const line of buffer.toString('utf8').split('\n')) {
    if (line === '') continue;
    const [, unit = '', period = '', metric = '', label = '', ...rest] = fieldTexts(line);
    const [numerator = '', denominator = '', value = '', text = '', reason = '', flag = ''] = rest;
    const figure = {
      unit,
      period,
      metric,
      label,
      numerator,
      denominator,
      value,
      text,
      reason,
      flag,
    };
    figures.set(JSON.stringify([unit, period, metric]), figure);
  }
  return figures;
}
