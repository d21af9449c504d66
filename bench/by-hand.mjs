/** The rates of a table as one would write them by hand for another tool, from the formulas of the catalogue. */
import { builtInCatalogue } from '../dist/index.js';

const { counts, metrics } = builtInCatalogue();

/** Numerator and denominator of a metric, each count written by `count`. */
function quotient(id, count) {
  const amount = (of) => {
    if (of.kind === 'count') return count(of.count);
    if (of.kind === 'sum') return `(${of.terms.map(amount).join(' + ')})`;
    return `(${amount(of.from)} - ${amount(of.less)})`;
  };
  const { formula } = metrics[id];
  if (formula.kind === 'complement') {
    const [top, bottom] = quotient(formula.metric, count);
    return [`(${bottom} - ${top})`, bottom];
  }
  return formula.kind === 'share'
    ? [amount(formula.part), amount(formula.whole)]
    : [amount(formula.numerator), amount(formula.denominator)];
}

/** One statement that reads a table with typed columns and writes its rates. */
export function duckdbStatement(path, output, headers, ids) {
  const columns = headers.map((name, index) => `'${name}': '${index < 2 ? 'VARCHAR' : 'BIGINT'}'`);
  const rates = ids.map((id) => {
    const [top, bottom] = quotient(id, (count) => `"${counts[count].label}"`);
    return `${top} / nullif(${bottom}, 0) AS "${id}"`;
  });
  return `COPY (SELECT "单位", "期间", ${rates.join(', ')}
    FROM read_csv('${path}', auto_detect = false, header = true, delim = ',', columns = {${columns.join(', ')}}))
    TO '${output}' (FORMAT csv)`;
}

/**
 * The same for Miller, unknown where a denominator is 0 as it is elsewhere. It can take several tables and then says
 * which one a row is of.
 */
export function millerArguments(paths, ids) {
  const assignments = ids.map((id) => {
    const [top, bottom] = quotient(id, (count) => `\${${counts[count].label}}`);
    return `$${id} = ${bottom} == 0 ? "" : ${top} / ${bottom}`;
  });
  if (paths.length > 1) assignments.unshift('$file = FILENAME');
  const wanted = [...(paths.length > 1 ? ['file'] : []), '单位', '期间', ...ids].join(',');
  return [
    '--icsv',
    '--ocsv',
    'put',
    assignments.join('; '),
    'then',
    'cut',
    '-o',
    '-f',
    wanted,
    ...paths,
  ];
}
