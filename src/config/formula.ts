import type { Catalogue } from '../catalogue/catalogue.ts';
import { parseDecimal } from '../exact/decimal.ts';
import type { Amount, Formula } from '../formula/formula.ts';
import type { AmountConfig, ConfigPath, FormulaConfig, OperandConfig } from './config.ts';
import type { Report } from './report.ts';

/** Turns the names in a formula into ids, reporting those that nobody knows. */
export function formulaReader(catalogue: Pick<Catalogue, 'named' | 'metricNamed'>, report: Report) {
  const countId = (text: string, path: ConfigPath): string => {
    const named = catalogue.named(text);
    if (named?.kind === 'count') return named.id;
    report('config-unknown-count', path, { text });
    return text;
  };

  const metricId = (text: string, path: ConfigPath): string => {
    const id = catalogue.metricNamed(text);
    if (id === undefined) report('config-unknown-metric', path, { text });
    return id ?? text;
  };

  const operand = (config: OperandConfig, path: ConfigPath): Amount =>
    typeof config === 'string'
      ? { kind: 'count', count: countId(config, path) }
      : amount(config, path);

  function amount(config: AmountConfig, path: ConfigPath): Amount {
    switch (config.kind) {
      case 'count':
      case 'priorYear':
        return { kind: config.kind, count: countId(config.count, [...path, 'count']) };
      case 'sum':
        return {
          kind: 'sum',
          terms: config.terms.map((term, at) => operand(term, [...path, 'terms', at])),
        };
      case 'minus':
        return {
          kind: 'minus',
          from: operand(config.from, [...path, 'from']),
          less: operand(config.less, [...path, 'less']),
        };
      case 'weighted':
        return {
          kind: 'weighted',
          terms: config.terms.map(({ of, weight }, at) => ({
            of: operand(of, [...path, 'terms', at, 'of']),
            weight: decimal(weight, [...path, 'terms', at, 'weight'], report),
          })),
        };
    }
  }

  function formula(config: FormulaConfig, path: ConfigPath): Formula {
    switch (config.kind) {
      case 'share':
        return {
          kind: 'share',
          part: operand(config.part, [...path, 'part']),
          whole: operand(config.whole, [...path, 'whole']),
        };
      case 'ratio':
        return {
          kind: 'ratio',
          numerator: operand(config.numerator, [...path, 'numerator']),
          denominator: operand(config.denominator, [...path, 'denominator']),
        };
      case 'complement':
        return { kind: 'complement', metric: metricId(config.metric, [...path, 'metric']) };
      case 'mean':
        return {
          kind: 'mean',
          metric: metricId(config.metric, [...path, 'metric']),
          over: config.over,
        };
      default:
        return amount(config, path);
    }
  }

  return { formula, metricId };
}

/** A decimal as text. A number stands for the digits it is printed with. */
export function decimal(value: number | string, path: ConfigPath, report: Report): string {
  const text = String(value);
  if (parseDecimal(text) === null) report('config-not-a-decimal', path, { text });
  return text;
}
