import type { z } from 'zod';
import type { ConfigPath } from '../config/config.ts';
import type { Report } from '../config/report.ts';
import { keysAt } from './json-schema.ts';

type Fault = z.core.$ZodIssue;
type UnionFault = Extract<Fault, { code: 'invalid_union' }>;

/** Says in the words of this project what zod found wrong with a schema's value, each fault where it stands. */
export function reportFaults(
  faults: readonly Fault[],
  schema: z.ZodType,
  value: unknown,
  report: Report,
): void {
  const withKeys: Report = (code, path, details) =>
    report(
      code,
      path,
      code === 'config-unknown-key'
        ? { ...details, known: keysAt(schema, path.slice(0, -1), value) }
        : details,
    );
  for (const fault of faults) reportFault(fault, [], withKeys);
}

function reportFault(fault: Fault, around: ConfigPath, report: Report): void {
  const path = [...around, ...(fault.path as ConfigPath)];
  switch (fault.code) {
    case 'unrecognized_keys':
      for (const text of fault.keys) {
        report('config-unknown-key', [...path, text], { text, known: [] });
      }
      return;
    case 'invalid_union':
      reportUnion(fault, path, report);
      return;
    case 'invalid_type':
      if (fault.input === undefined) {
        report('config-missing-key', path, { text: String(path.at(-1) ?? '') });
      } else report('config-wrong-type', path, { expected: [fault.expected] });
      return;
    case 'invalid_value':
      if (fault.input === undefined) {
        report('config-missing-key', path, { text: String(path.at(-1) ?? '') });
      } else {
        report('config-not-among', path, {
          text: textOf(fault.input),
          allowed: fault.values.map(String),
        });
      }
      return;
    case 'too_small':
      if (fault.origin === 'number') {
        const code = fault.inclusive === true ? 'config-not-a-decimal' : 'config-not-positive';
        report(code, path, { text: textOf(fault.input) });
      } else report('config-blank', path, {});
      return;
    case 'invalid_key':
      for (const each of fault.issues) reportFault({ ...each, path: [] }, path, report);
      return;
    case 'custom':
      if (fault.params?.code === 'config-blank') report('config-blank', path, {});
      else report('config-harmful-text', path, { text: textOf(fault.input) });
      return;
    default:
      report('config-not-a-decimal', path, { text: textOf(fault.input) });
  }
}

/** Of several forms that a value might have had, the one that it comes nearest to is the one meant. */
function reportUnion(fault: UnionFault, path: ConfigPath, report: Report): void {
  if (fault.input === undefined) {
    report('config-missing-key', path, { text: String(path.at(-1) ?? '') });
    return;
  }
  if (fault.errors.length === 0) {
    const kinds =
      'options' in fault && Array.isArray(fault.options) ? fault.options.map(String) : [];
    const kind = kindOf(fault.input);
    if (kind === undefined) report('config-missing-key', path, { text: 'kind' });
    else report('config-not-among', path, { text: textOf(kind), allowed: kinds });
    return;
  }
  const branches = fault.errors.flatMap(branchesOf);
  const typed = branches.filter((branch) => !branch.some(isOtherType));
  const meant = typed.filter((branch) => !branch.some(({ code }) => code === 'invalid_value'));
  const [best] = (meant.length > 0 ? meant : typed).toSorted(
    (left, right) => left.length - right.length,
  );
  if (best !== undefined) {
    for (const each of best) reportFault(each, path, report);
    return;
  }
  const expected = branches.flat().flatMap((each) => {
    if (each.code === 'invalid_value') return each.values.map(String);
    return 'expected' in each ? String(each.expected) : [];
  });
  report('config-wrong-type', path, { expected: [...new Set(expected)] });
}

/** A union inside a union offers its own forms. */
const branchesOf = (branch: readonly Fault[]): (readonly Fault[])[] => {
  const [only] = branch;
  return only?.code === 'invalid_union' && only.path.length === 0 && only.errors.length > 0
    ? only.errors.flatMap(branchesOf)
    : [branch];
};

const isOtherType = ({ code, path }: Fault): boolean =>
  (code === 'invalid_type' || code === 'invalid_value') && path.length === 0;

const kindOf = (input: unknown): unknown =>
  typeof input === 'object' && input !== null ? Reflect.get(input, 'kind') : input;

const textOf = (input: unknown): string =>
  typeof input === 'string' ? input : (JSON.stringify(input) ?? '');
