import type { CommanderError } from 'commander';
import type { Language } from '../message/phrases.ts';
import { visible } from '../message/visible.ts';

/** What commander says of a wrong command line, and the same in Chinese. */
const CHINESE: readonly (readonly [RegExp, (...groups: string[]) => string])[] = [
  [/unknown option '(.*)'/, (option) => `没有选项 ${option}`],
  [/unknown command '(.*)'/, (command) => `没有命令 ${command}`],
  [/required option '(.*)' not specified/, (option) => `须给出选项 ${option}`],
  [/missing required argument '(.*)'/, (argument) => `缺少参数 <${argument}>`],
  [/option '(.*)' argument missing/, (option) => `选项 ${option} 缺少值`],
  [
    /option '(.*?)' argument '(.*)' is invalid\. (?:Allowed choices are (.*)\.|(.*))/s,
    (option, value, choices, range) => `选项 ${option} 不接受“${value}”；可选：${choices ?? range}`,
  ],
  [
    /command-argument value '(.*)' is invalid for argument '(.*)'\. Allowed choices are (.*)\./s,
    (value, argument, choices) => `参数 ${argument} 不接受“${value}”；可选：${choices}`,
  ],
  [/too many arguments/, () => '参数过多'],
];

/** One line for a wrong command line, with the nearest right spelling where there is one. */
export function usageSentence({ message }: CommanderError, language: Language): string {
  const plain = visible(message.replace(/^error: /, '').replace(/\n\(Did you mean (.*?)\?\)/s, ''));
  const meant = /\(Did you mean (?:one of )?(.*?)\?\)/s.exec(message)?.[1];
  if (language === 'en') {
    // The help, and with it what a value is called in it, is in Chinese.
    const english = plain.replace(/ <[^>]*>'/, "'");
    return meant === undefined ? english : `${english}; did you mean ${meant}?`;
  }
  const hint = meant === undefined ? '' : `，是不是 ${meant}？`;
  for (const [pattern, sentence] of CHINESE) {
    const match = pattern.exec(plain);
    if (match !== null) return `${sentence(...match.slice(1))}${hint}（--help 查看用法）`;
  }
  return `${plain}${hint}`;
}
