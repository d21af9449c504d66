import { absolute, compare } from '../exact/exact.ts';
import { roundedText } from '../exact/rounding.ts';
import { ROUNDING_RULES, type RoundingRule } from '../exact/roundings.ts';
import { verifyPhrases } from '../message/verify-phrases.ts';
import { visible } from '../message/visible.ts';
import type { Words } from '../message/words.ts';
import type { Form } from '../validate/published.ts';
import { type Feasible, isFeasible, type Smallest } from '../verify/feasible.ts';
import type { Suggestion } from '../verify/suggest.ts';
import type { Verification } from '../verify/verify.ts';
import { differenceDigits, exactDigits } from './verify.ts';

/** What a comparison came to, in one sentence; what is only a guess is last and says so. */
export function remarkOf(result: Verification, words: Words): string {
  const { separator } = words.phrases.check;
  const sum = result.kind === 'whole' ? '' : sumText(result, words);
  const rate = sum !== '' && result.figure.text === '' ? '' : rateText(result, words);
  const guesses = result.suggestions.map((guess) => suggestionText(guess, result, words));
  return [sum, rate, ...guesses].filter((part) => part !== '').join(separator);
}

function rateText(result: Verification, words: Words): string {
  const { finding, matches, figure, feasible, smallest, suggestions } = result;
  const { comma } = words.phrases;
  const verify = verifyPhrases(words);
  const bound = figure.published?.bound ?? null;
  const said =
    bound === null
      ? verify.matched(matches)
      : verify.bound(finding !== 'mismatch' && finding !== 'approximate-off');
  if (result.kind === 'whole') return wholeText(result, words);
  if (figure.published === null) {
    return figure.problem === null ? verify.notReported : verify.unreadable;
  }
  if (result.exact !== null) {
    if (finding === 'part-exceeds-whole') return said + comma + verify.partExceedsWhole;
    if (bound !== null)
      return finding === 'matched' ? said : said + comma + apartText(result, words);
    const isAbout = figure.published.approximate ? verify.approximate + comma : '';
    if (matches.length > 0) return isAbout + said;
    if (finding === 'points') return verify.inPoints;
    const apart = apartText(result, words);
    const allowed =
      suggestions.length === 0 && feasible !== null && isFeasible(feasible)
        ? words.phrases.check.separator + feasibleText(result, feasible, words)
        : '';
    return (isAbout === '' ? said + comma : isAbout) + apart + allowed;
  }
  if (finding === 'zero-denominator') return verify.zeroDenominator;
  if (feasible !== null) {
    const none =
      figure.numerator === null ? verify.noNumerator + words.phrases.check.separator : '';
    return isFeasible(feasible)
      ? none + feasibleText(result, feasible, words)
      : verify.infeasible(denominatorText(result, words), visible(figure.text));
  }
  const fractions = smallest === null ? '' : smallestText(smallest, words);
  return [verify.noCounts, fractions]
    .filter((part) => part !== '')
    .join(words.phrases.check.separator);
}

const denominatorText = ({ figure }: Verification, words: Words): string =>
  words.number(figure.denominator?.value ?? 0);

function apartText(result: Verification, words: Words): string {
  const { difference } = result;
  if (difference === null) return '';
  const above = compare(difference, 0) > 0;
  const size = { ...result, difference: absolute(difference) };
  return verifyPhrases(words).apart(
    above ? 'above' : 'below',
    differenceDigits(size) ?? '',
    result.kind !== 'number',
  );
}

/** The rules that people publish by; the others are left to machines. */
const SPOKEN: readonly RoundingRule[] = ['half-up', 'truncate'];

/** Rules that say the same, together. */
function byRule<T>(
  found: (rule: RoundingRule) => T | null,
  textOf: (value: T) => string,
  words: Words,
): { text: string; rules: string }[] {
  // Where neither custom leaves anything, the others are all there is.
  const spoken = SPOKEN.some((rule) => found(rule) !== null) ? SPOKEN : ROUNDING_RULES;
  const groups = new Map<string, string[]>();
  for (const rule of spoken) {
    const value = found(rule);
    if (value === null) continue;
    const text = textOf(value);
    groups.set(text, [...(groups.get(text) ?? []), verifyPhrases(words).rules[rule]]);
  }
  return [...groups].map(([text, rules]) => ({
    text,
    rules: rules.join(words.phrases.listSeparator),
  }));
}

function feasibleText(result: Verification, feasible: Feasible, words: Words): string {
  const verify = verifyPhrases(words);
  const groups = byRule(
    (rule) => feasible[rule],
    ({ least, most, count }) =>
      compare(count, 1) === 0
        ? words.number(least)
        : verify.range(words.number(least), words.number(most)),
    words,
  );
  return verify.feasible(
    denominatorText(result, words),
    groups.map(({ text, rules }) => ({ numerators: text, rules })),
  );
}

function smallestText(smallest: Smallest, words: Words): string {
  const groups = byRule(
    (rule) => smallest[rule],
    ({ numerator, denominator }) => `${numerator}/${denominator}`,
    words,
  );
  if (groups.length === 0) return '';
  return verifyPhrases(words).smallest(
    groups.map(({ text, rules }) => ({ fraction: text, rules })),
  );
}

function sumText({ sum, figure }: Verification, words: Words): string {
  const verify = verifyPhrases(words);
  const { numerator, denominator } = figure;
  if (sum === null) return '';
  if (numerator === null || denominator === null || sum.excess === null) return verify.noCounts;
  const [stated, parts] = [words.number(denominator.value), words.number(numerator.value)];
  if (sum.finding === 'sum-holds') {
    return verify.sumHolds(parts, stated, compare(sum.excess, 0) === 0);
  }
  const more = compare(sum.excess, 0) > 0;
  const off = verify.sumOff(parts, stated, more, words.number(absolute(sum.excess)));
  return sum.finding === 'rounded-counts' ? off + words.phrases.comma + verify.sumRounded : off;
}

function wholeText(result: Verification, words: Words): string {
  const { finding, figure, matches } = result;
  const { listSeparator, comma } = words.phrases;
  const verify = verifyPhrases(words);
  if (finding === 'sum-differs') return verify.wholeOff(`${exactDigits(result)}%`);
  if (finding === 'not-reported') return verify.partNotReported;
  if (matches.length === 0) return verify.wholeDiffers(figure.text);
  if (figure.published?.digits === 100) return verify.wholeExact;
  const spoken = SPOKEN.filter((rule) => matches.includes(rule));
  const rules = (spoken.length > 0 ? spoken : matches).map((rule) => verify.rules[rule]);
  const isAbout = figure.published?.approximate === true ? verify.approximate + comma : '';
  return isAbout + verify.wholeHolds(rules.join(listSeparator));
}

/** A guess in words. */
export function suggestionText(guess: Suggestion, { figure }: Verification, words: Words): string {
  const { other, slip, rate, matches } = guess;
  const verify = verifyPhrases(words);
  const isPercent = figure.published?.form !== 'number';
  const digits = rate === null ? '' : roundedText(rate, 4, 'half-up', isPercent ? 100 : 1);
  const rateWords =
    guess.kind === 'points-as-percent'
      ? verify.points(digits)
      : `${digits}${isPercent && rate !== null ? '%' : ''}`;
  return verify.suggestions[guess.kind]({
    rate: rateWords,
    matched: verify.matched(matches),
    other: other === null ? '' : otherName(other, words),
    value: other === null ? '' : words.number(other.value),
    field: slip?.field ?? 'reported',
    meant: slip === null ? '' : meantText(slip.field, slip.meant, figure.published?.form, words),
  });
}

const otherName = (other: NonNullable<Suggestion['other']>, words: Words): string =>
  other.count === null ? visible(other.label) : words.count(other.count);

/** A number as it should have been written, with the unit of the one that was. */
function meantText(field: string, digits: string, form: Form | undefined, words: Words): string {
  const verify = verifyPhrases(words);
  if (field !== 'reported') return digits;
  if (form === 'percent') return `${digits}%`;
  if (form === 'times') return verify.times(digits);
  return form === 'points' ? verify.points(digits) : digits;
}
