/** What stands in a column without a name is a problem to every command that reads tables, in any format. */
import { afterAll, expect, test } from 'vitest';
import { sheet, temporaryFiles } from './support/config.ts';
import { runFake } from './support/host.ts';

const files = temporaryFiles();
afterAll(files.remove);

const USUAL = ['单位,期间,执法人员总数,,法制审核人员', '甲,2024Q1,60,77,3'];
const PAIRS = ['名称,分子,分母,,公布值', '甲,1,2,77,50%'];

test.each([
  [['metrics', '-'], USUAL],
  [['check', '-'], USUAL],
  [['explain', '法制审核人员占比', '-'], USUAL],
  [['compare', '-'], USUAL],
  [['verify', '-'], USUAL],
  [['verify', '-'], PAIRS],
])('%s', async (args, lines) => {
  const { exit, stdout, stderr } = await runFake(args, sheet(...lines));
  expect([exit, stdout]).toEqual([2, '']);
  expect(stderr).toContain(
    '标准输入:2:4: 这一列的表头没有名称，填在这里的“77”会被漏掉；请在表头写明名称，或删去此列 [nameless-column]\n',
  );
  // A blank cell in its place is no problem.
  const blank = await runFake(args, sheet(...lines.map((line) => line.replace(',77,', ',,'))));
  expect(blank.stderr).not.toContain('nameless-column');
});

test.each([
  ['UTF-16', 'utf16.csv', Buffer.from(`\uFEFF${USUAL.join('\r\n')}`, 'utf16le'), '2:4'],
  ['quoted cells', 'quoted.csv', USUAL.join('\n').replace('77', '"77"'), '2:4'],
  ['tabs', 'tabs.tsv', USUAL.join('\n').replaceAll(',', '\t'), '2:4'],
  // Fourteen characters stand before 77.
  ['JSON', 'rows.json', '[{"单位":"甲","":77,"执法人员总数":60,"法制审核人员":3}]', '1:15'],
])('of %s', async (_, name, content, place) => {
  const path = files.write(name, content);
  const { exit, stdout, stderr } = await runFake(['metrics', path]);
  expect([exit, stdout]).toEqual([2, '']);
  expect(stderr).toContain(`${path}:${place}: `);
  expect(stderr).toContain('[nameless-column]');
});
