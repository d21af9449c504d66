/**
 * What DuckDB itself takes for what `tally` does: the same aggregation, with typed columns.
 *   count PATH              cases by unit, month and outcome
 *   count-and-compare PATH  the same, and the case numbers that stand more than once
 *   parquet CSV PATH        the ledger as Parquet
 */
import { DuckDBInstance } from '@duckdb/node-api';

const [task, path, target] = process.argv.slice(2);

const table = path.endsWith('.parquet')
  ? `read_parquet('${path}')`
  : `read_csv('${path}', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {'案号': 'VARCHAR', '单位': 'VARCHAR', '受理日期': 'DATE', '结案日期': 'DATE', '结案方式': 'VARCHAR', '案由': 'VARCHAR', '标的额': 'BIGINT', '备注': 'VARCHAR'})`;

const instance = await DuckDBInstance.create(':memory:', { preserve_insertion_order: 'false' });
const connection = await instance.connect();
const print = async (sql) => {
  const rows = await (await connection.run(sql)).getRowsJS();
  process.stdout.write(rows.map((row) => `${row.join(',')}\n`).join(''));
};
if (task === 'parquet') await connection.run(`COPY (SELECT * FROM ${table}) TO '${target}'`);
else {
  await print(
    `SELECT 单位, CAST(date_trunc('month', 结案日期) AS VARCHAR), 结案方式, count(*) FROM ${table} GROUP BY ALL`,
  );
}
if (task === 'count-and-compare') {
  await print(`SELECT 案号, count(*) FROM ${table} GROUP BY 案号 HAVING count(*) > 1`);
}
