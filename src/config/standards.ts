import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Custom } from '../catalogue/custom.ts';
import type { Limit, Standard, Suspension } from '../catalogue/standard.ts';
import { decimalText, parseDecimal } from '../exact/decimal.ts';
import { compare, divide } from '../exact/exact.ts';
import { type Formula, neverExceedsOne } from '../formula/formula.ts';
import { parsePeriod } from '../period/period.ts';
import type { ConfigFile, ConfigPath, LimitConfig, StandardConfig } from './config.ts';
import { decimal, type formulaReader } from './formula.ts';
import { checkId } from './references.ts';
import type { Report } from './report.ts';

type Standards = Record<string, Standard>;

/** The built-in standards with those of a configuration added, changed or switched off. */
export function mergeStandards(
  { standards: configs = {}, severities = {}, units = {} }: ConfigFile,
  catalogue: Catalogue,
  { metricId }: Pick<ReturnType<typeof formulaReader>, 'metricId'>,
  customAt: (path: ConfigPath, change: Custom['change']) => Custom,
  report: Report,
): Standards {
  const merged: Standards = { ...catalogue.standards };
  for (const [id, config] of Object.entries(configs)) {
    const path = ['standards', id];
    if (config === false) {
      if (Object.hasOwn(merged, id)) delete merged[id];
      else
        report('config-unknown-standard', path, {
          text: id,
          known: Object.keys(catalogue.standards),
        });
      continue;
    }
    const builtIn = Object.hasOwn(catalogue.standards, id) ? catalogue.standards[id] : undefined;
    const replaced = replacedBy(config, path);
    const like = builtIn ?? replaced;
    if (builtIn === undefined) checkId(id, {}, path, report);
    const standard = standardOf(config, like, path);
    if (standard === null) continue;
    merged[id] = {
      ...standard,
      custom: customAt(path, builtIn === undefined ? 'added' : 'changed'),
    };
    if (config.replaces !== undefined && replaced !== undefined) {
      replace(config.replaces, id, path);
    }
  }
  for (const [id, standard] of Object.entries(merged)) {
    const severity = standard.severity ?? severities[standard.level];
    if (severity !== undefined) merged[id] = { ...standard, severity };
  }
  return merged;

  function replacedBy({ replaces }: StandardConfig, path: ConfigPath): Standard | undefined {
    if (replaces === undefined) return undefined;
    const known = Object.keys(catalogue.standards);
    if (known.includes(replaces)) return catalogue.standards[replaces];
    report('config-unknown-standard', [...path, 'replaces'], { text: replaces, known });
    return undefined;
  }

  /** The replaced standard rests wherever the new one applies. */
  function replace(id: string, by: string, path: ConfigPath): void {
    const old = merged[id];
    if (old === undefined) return;
    const custom = old.custom ?? customAt(path, 'changed');
    merged[id] = { ...old, custom, replacedBy: [...(old.replacedBy ?? []), by] };
  }

  function standardOf(
    config: StandardConfig,
    like: Standard | undefined,
    path: ConfigPath,
  ): Standard | null {
    const metric =
      config.metric === undefined ? like?.metric : metricId(config.metric, [...path, 'metric']);
    const comparison = config.comparison ?? like?.comparison;
    const limit =
      config.limit === undefined ? like?.limit : limitOf(config.limit, metric, [...path, 'limit']);
    const states = config.comparison !== undefined || config.limit !== undefined;
    const source = config.source ?? (states ? undefined : like?.source);
    for (const [key, value] of Object.entries({ metric, comparison, limit })) {
      if (value === undefined) report('config-missing-key', path, { text: key });
    }
    if (source === undefined) report('config-source-needed', path, {});
    const { severity } = config;
    // What is said of a limit is not said of another.
    const note = config.note ?? (states ? undefined : like?.note);
    const [from, until] = [
      monthText(config.from, like?.from, [...path, 'from']),
      monthText(config.until, like?.until, [...path, 'until']),
    ];
    checkOrder(from, until, path);
    if (!metric || !comparison || !limit || !source) return null;
    const per = config.per === undefined ? like?.per : (config.per ?? undefined);
    const only = config.units === undefined ? like?.units : unitsNamed(config.units);
    const off = [...(like?.suspended ?? []), ...suspensions(config, path)];
    return {
      metric,
      comparison,
      limit,
      level: config.level ?? like?.level ?? 'required',
      scope: config.scope ?? like?.scope ?? 'unit',
      ...(per !== undefined && { per }),
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
      source,
      ...(note !== undefined && { note }),
      ...(severity !== undefined && { severity }),
      ...(only !== undefined && { units: only }),
      ...(off.length > 0 && { suspended: off }),
    };
  }

  function suspensions({ off = [] }: StandardConfig, path: ConfigPath): Suspension[] {
    return off.map(({ units: named, from, until }, at) => {
      const own = [...path, 'off', at];
      for (const [key, text] of Object.entries({ from, until })) {
        if (text !== undefined) monthText(text, undefined, [...own, key]);
      }
      checkOrder(from, until, own);
      return {
        ...(named !== undefined && { units: unitsNamed(named) }),
        ...(from !== undefined && { from }),
        ...(until !== undefined && { until }),
      };
    });
  }

  /** The units of groups, and units by the name that is used. */
  function unitsNamed(named: readonly string[]): string[] {
    const { names = {}, groups = {} } = units;
    const current = (unit: string): string =>
      Object.hasOwn(names, unit) ? (names[unit] as string) : unit;
    return named.flatMap((name) =>
      Object.hasOwn(groups, name) ? (groups[name] ?? []).map(current) : current(name),
    );
  }

  function monthText(
    text: string | null | undefined,
    builtIn: string | undefined,
    path: ConfigPath,
  ): string | undefined {
    if (text === undefined) return builtIn;
    if (text === null) return undefined;
    if (parsePeriod(text) === null) report('config-unreadable-month', path, { text });
    return text;
  }

  function checkOrder(from: string | undefined, until: string | undefined, path: ConfigPath): void {
    const first = from === undefined ? null : parsePeriod(from);
    const last = until === undefined ? null : parsePeriod(until);
    if (first !== null && last !== null && first.start > last.end) {
      report('config-from-after-until', path, { from: from ?? '', until: until ?? '' });
    }
  }

  function limitOf(config: LimitConfig, metric: string | undefined, path: ConfigPath): Limit {
    if (typeof config === 'object' && config.kind !== 'value') {
      return config.kind === 'prior-year'
        ? config
        : { kind: 'metric', metric: metricId(config.metric, [...path, 'metric']) };
    }
    const [written, at] =
      typeof config === 'object' ? [config.value, [...path, 'value']] : [config, path];
    const value = limitText(written, at);
    const read = parseDecimal(value);
    const formula = metric === undefined ? undefined : formulaOf(metric);
    const isCapped = formula !== undefined && neverExceedsOne(formula, formulaOf);
    if (isCapped && read !== null && compare(read, 1) > 0) {
      report('config-limit-above-one', at, { text: String(written) });
    }
    return { kind: 'value', value };
  }

  function formulaOf(metric: string): Formula | undefined {
    return Object.hasOwn(catalogue.metrics, metric)
      ? catalogue.metrics[metric]?.formula
      : undefined;
  }

  /** 5% is 0.05, exactly. */
  function limitText(written: number | string, path: ConfigPath): string {
    if (typeof written !== 'string' || !written.endsWith('%')) {
      return decimal(written, path, report);
    }
    const percent = parseDecimal(written.slice(0, -1));
    if (percent === null) report('config-not-a-decimal', path, { text: written });
    return decimalText(divide(percent ?? 0, 100)) ?? written;
  }
}
