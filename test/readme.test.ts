/**
 * The two READMEs say what the program does now: their commands are run, their tables are the program's own.
 * `UPDATE=1 npx vitest run test/readme.test.ts` rewrites tables and outputs; review them as a diff.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../src/catalogue/catalogue.ts';
import { counts } from '../src/catalogue/counts.ts';
import { metrics } from '../src/catalogue/metrics.ts';
import { rulings } from '../src/catalogue/rulings.ts';
import { standards } from '../src/catalogue/standards.ts';
import { EXIT } from '../src/cli/exit.ts';
import { LARGE, MEMORY_MIB, WORTH_LOADING } from '../src/cli/large-file.ts';
import { createProgram } from '../src/cli/program.ts';
import { REPORTERS } from '../src/report/formats.ts';
import { configSchema } from '../src/schema/config.ts';
import { ROOT } from './support/bin.ts';
import { fakeHost, runFake } from './support/host.ts';
import { blocksOf, commandsOf, pathOf, READMES, tableRows, textOf } from './support/readme.ts';
import { TABLES } from './support/readme-tables.ts';

const UPDATE = process.env.UPDATE === '1';

/** A folder in which the commands may write, with the fixtures where they expect them. */
const folder = mkdtempSync(join(tmpdir(), 'xc-eval-readme-'));

/** Goes where no other README has left its files. */
function enter(name: string): void {
  const own = join(folder, name);
  mkdirSync(own);
  symlinkSync(join(ROOT, 'fixtures'), join(own, 'fixtures'));
  process.chdir(own);
}

afterAll(() => {
  process.chdir(ROOT);
  rmSync(folder, { recursive: true });
});

const programOf = (): Command =>
  createProgram(
    fakeHost(),
    () => undefined,
    () => undefined,
  );

describe.each(READMES)('%s', (name) => {
  const text = textOf(name);
  const blocks = blocksOf(text);

  test('begins with the two command lines that do all the set-up', () => {
    const [first, second] = blocks.filter(({ language }) => language === 'sh');
    expect(first?.code).toBe('npm ci && npx xc-eval metrics fixtures/data/2022-行政复议.csv\n');
    expect(second?.code).toBe('npm ci && npm test\n');
  });

  test('shows what its commands print', async () => {
    enter(name);
    let updated = text;
    const all: { said: string | null; printed: string; at: number }[] = [];
    for (const block of blocks) {
      let printed = '';
      const commands = commandsOf(block);
      for (const { args, stdin, exit } of commands) {
        const input = stdin === null ? '' : readFileSync(stdin);
        const result = await runFake([...args, '--overwrite'], { stdin: input });
        expect({ args, exit: result.exit }).toEqual({ args, exit });
        if (exit === 2) expect(result.stdout).toBe('');
        printed += result.stderr + result.stdout;
      }
      if (commands.length > 0) all.push({ said: block.output, printed, at: block.outputAt });
    }
    expect(all.length).toBeGreaterThan(10);
    const shown = all.filter(({ said }) => said !== null);
    expect(shown.length).toBeGreaterThan(7);
    if (UPDATE) {
      for (const { said, printed, at } of shown.toReversed()) {
        updated = updated.slice(0, at) + printed + updated.slice(at + (said ?? '').length);
      }
      writeFileSync(pathOf(name), updated);
      return;
    }
    for (const { said, printed } of shown) expect(said).toBe(printed);
  });

  test.each(Object.entries(TABLES))('has the %s table of the program', async (marker, write) => {
    const generated = new RegExp(`(<!-- generated:${marker} -->\n)[^]*?(<!-- /generated -->)`);
    const current = textOf(name);
    expect(current).toMatch(generated);
    const wanted = `\n${await write(name)}\n`;
    const renewed = current.replace(generated, (_, start, end) => start + wanted + end);
    if (UPDATE) writeFileSync(pathOf(name), renewed);
    else expect(current).toBe(renewed);
  });

  test('names every rule that is not judged, and no other', () => {
    const undecided = rulings.flatMap(({ decidable, seed }) => (decidable ? [] : [seed]));
    const rows = tableRows(text).filter(([, rules = '']) => /^[TR]\d+ ?[(（和a]/.test(rules));
    const named = rows.flatMap(([, rules = '']) => rules.match(/\b[TR]\d+/g) ?? []);
    expect(named.sort()).toEqual([...undecided].sort());
  });

  test('lists every option with its commands and choices', () => {
    const rows = tableRows(text).filter(([option = '']) => /^`-/.test(option));
    const commands = programOf().commands;
    const names = commands.map((command) => command.name());
    const said = rows.flatMap(([options = '', users = '', meaning = '']) =>
      (options.match(/--[a-z-]+/g) ?? []).map((flag) => ({ flag, users, meaning })),
    );
    for (const { flag, users, meaning } of said) {
      const owners = commands.filter(({ options }) => options.some(({ long }) => long === flag));
      const wanted = owners.length === names.length ? ['all'] : owners.map((each) => each.name());
      expect({ flag, users: users.replace('全部', 'all').split(/, |、/) }).toEqual({
        flag,
        users: wanted,
      });
      const choices = owners.flatMap(
        ({ options }) => options.find(({ long }) => long === flag)?.argChoices ?? [],
      );
      for (const choice of choices) expect(meaning).toContain(`\`${choice}\``);
    }
    const declared = commands.flatMap(({ options }) => options.map(({ long }) => long));
    expect(said.map(({ flag }) => flag).sort()).toEqual([...new Set(declared)].sort());
  });

  test('names every command', () => {
    for (const command of programOf().commands) expect(text).toContain(`\`${command.name()}`);
    expect(text).toContain('`--help`');
    expect(text).toContain('`-V`');
  });

  test('lists every reporter and every section of a configuration', () => {
    const firsts = tableRows(text).map(([first = '']) => first.replaceAll('`', ''));
    for (const reporter of REPORTERS) expect(firsts).toContain(reporter);
    const sections = Object.keys(configSchema(builtInCatalogue()).shape);
    for (const section of sections.filter((key) => key !== '$schema')) {
      expect(firsts).toContain(section);
    }
  });

  test('lists the exit codes', () => {
    const rows = tableRows(text).filter(([code = '']) => /^\d+$/.test(code));
    expect(rows.map(([code]) => Number(code))).toEqual(Object.values(EXIT));
  });

  test('says from what size on DuckDB is used, and what it may hold', () => {
    const [auto = ''] = /^- `--engine auto`.*$/m.exec(text) ?? [];
    expect(auto.match(/\d+ Mi?B/g)).toEqual([`${LARGE >> 20} MiB`]);
    const [wide = ''] = /^- `--format csv --layout wide`.*$/m.exec(text) ?? [];
    expect(wide.match(/\d+ Mi?B/g)).toEqual([`${WORTH_LOADING >> 20} MiB`]);
    expect(text.match(/\d+ MiB(?= 内存| and keeps what does not fit)/g)).toEqual([
      `${MEMORY_MIB} MiB`,
    ]);
  });

  test('holds no path or address of the machine it was written on', () => {
    expect(text).not.toMatch(/\/(?:work|home|tmp|root|Users)\/|registry|localhost|https?:/);
  });
});

describe('the two READMEs', () => {
  const [english, chinese] = READMES.map(textOf) as [string, string];

  test('run the same commands in the same order', () => {
    const commands = (text: string) => blocksOf(text).flatMap(commandsOf);
    expect(commands(chinese)).toEqual(commands(english));
  });

  test('have the same code, but for its comments', () => {
    const code = (text: string) =>
      blocksOf(text).flatMap(({ language, code, output }) =>
        language === 'ts' ? [code.replace(/^\/\/.*$/gm, '//'), output] : [],
      );
    expect(code(chinese)).toEqual(code(english));
    expect(code(english)).toHaveLength(4);
  });

  test('have as many sections', () => {
    const headings = (text: string) => text.match(/^#+ /gm);
    expect(headings(chinese)).toEqual(headings(english));
  });
});

test('the metric that the README adds quotes its source', () => {
  const quote = /quote: '(.*?)'/.exec(textOf('README.md'))?.[1] as string;
  const source = readFileSync(join(ROOT, 'fixtures/sources/002_f7e91de5a4f60cf5.txt'), 'utf8');
  expect(source.normalize('NFKC').replace(/\s+/g, '')).toContain(quote);
});

test('the changelog counts right', () => {
  const text = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8').replace(/\s+/g, ' ');
  const undecided = rulings.filter(({ decidable }) => !decidable);
  expect(text).toContain(
    `${Object.keys(metrics).length} metrics over ${Object.keys(counts).length} counts and ` +
      `${Object.keys(standards).length} standards`,
  );
  expect(text).toContain(`${undecided.length} rules that counts cannot decide`);
});
