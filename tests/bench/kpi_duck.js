// DuckDB's side of kpi_show.sh, on one thread.
//   kpi_duck.js FILE load CSV         makes the table
//   kpi_duck.js FILE ask SQL OUT      writes the last column to OUT, prints the CPU milliseconds of the query, the median of five
const { createRequire } = require('module');
const { DuckDBInstance } = createRequire(process.cwd() + '/')('@duckdb/node-api');
const fs = require('fs');

async function main([file, verb, what, out]) {
    const instance = await DuckDBInstance.create(file, { threads: '1' });
    const connection = await instance.connect();
    if (verb === 'load') {
        await connection.run(`CREATE TABLE visits AS SELECT * FROM read_csv('${what}', header = false, columns = {
            'client': 'INTEGER', 'store': 'INTEGER', 'day': 'INTEGER', 'month': 'VARCHAR', 'channel': 'INTEGER', 'doctor': 'INTEGER',
            'gender': 'VARCHAR', 'weekday': 'INTEGER'})`);
        return;
    }
    const times = [];
    let rows;
    for (let i = 0; i < 5; i++) {
        const before = process.cpuUsage();
        rows = await (await connection.run(what)).getRows();
        const used = process.cpuUsage(before);
        times.push((used.user + used.system) / 1000);
    }
    fs.writeFileSync(out, rows.map((row) => String(row[row.length - 1]) + '\n').join(''));
    console.log(times.sort((a, b) => a - b)[2].toFixed(1));
}
main(process.argv.slice(2)).catch((error) => {
    console.error(String(error));
    process.exit(1);
});
