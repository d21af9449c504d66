import type { HelpConfiguration } from 'commander';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Chinese and full-width characters take two columns; help texts hold nothing else that is not one. */
const isWide = (character: string): boolean =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/.test(
    character,
  );

const displayWidth = (text: string): number =>
  [...text].reduce((width, character) => width + (isWide(character) ? 2 : 1), 0);

/** Breaks at the width: between any two Chinese characters, and at spaces in between Latin ones. */
function boxWrap(text: string, width: number): string {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const piece of paragraph.match(/[\x21-\x7e]+|[^\x21-\x7e]/g) ?? []) {
      if (line !== '' && displayWidth(line + piece) > width) {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      } else line += piece;
    }
    lines.push(line.trimEnd());
  }
  return lines.join('\n');
}

/** Commander's help in Chinese, measured and broken by display width. */
export const helpFormat: HelpConfiguration = {
  helpWidth: 80,
  subcommandTerm: (command) => command.name(),
  styleTitle: (title) => TITLES[title] ?? title,
  displayWidth,
  boxWrap,
  optionDescription: ({ description, argChoices, defaultValue, defaultValueDescription }) => {
    const otherwise = defaultValueDescription ?? defaultValue;
    const notes = [
      ...(argChoices === undefined ? [] : [`可选：${argChoices.join(' | ')}`]),
      ...(otherwise === undefined || typeof otherwise === 'boolean' ? [] : [`默认：${otherwise}`]),
    ];
    return notes.length === 0 ? description : `${description}（${notes.join('；')}）`;
  },
  argumentDescription: ({ description, argChoices, defaultValue }) => {
    const notes = [
      ...(argChoices === undefined ? [] : [`可选：${argChoices.join(' | ')}`]),
      ...(defaultValue === undefined ? [] : [`默认：${defaultValue}`]),
    ];
    return notes.length === 0 ? description : `${description}（${notes.join('；')}）`;
  },
};
