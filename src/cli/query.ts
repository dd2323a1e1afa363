import { UsageError } from '../foundation/errors.ts';
import type { Result } from '../lake/engine.ts';
import { Lake } from '../lake/lake.ts';
import { RELEASE_COLUMNS, TABLES, TABLE_NAMES } from '../lake/tables.ts';
import { openWorkspace } from '../lake/workspace.ts';
import { addCommand, type CommandModule, type CommonOptions } from './command.ts';
import { toCsv, toJson, toTable } from './output.ts';

interface QueryOptions extends CommonOptions {
  readonly csv?: boolean;
  readonly tables?: boolean;
}

export const queryCommand: CommandModule = (program, { terminal }) => {
  addCommand(program, 'query', 'read-only SQL over the tables of the lake')
    .argument('[sql]', 'one SELECT statement')
    .option('--csv', 'answer as CSV')
    .option('--tables', 'list the tables and their columns')
    .action(async (sql: string | undefined, options: QueryOptions) => {
      if (options.tables) {
        terminal.out(
          options.json
            ? toJson({ tables: listTables() })
            : listTables()
                .map((table) => `${table.table}: ${table.row}\n  ${table.columns.join(', ')}\n`)
                .join('\n'),
        );
        return;
      }
      if (sql === undefined)
        throw new UsageError(
          'No query was given.',
          'Write `scrutineer query "SELECT …"`; `--tables` lists what can be asked.',
        );
      if (options.csv && options.json)
        throw new UsageError('Only one of --csv and --json can be had.', 'Leave one out.');
      const workspace = openWorkspace(options.workspace);
      const asked = await new Lake(workspace).queryUntrusted(sql);
      const result =
        workspace.kind === 'illustrative' && (options.json || options.csv) ? marked(asked) : asked;
      if (options.json) terminal.out(toJson(result.rows));
      else if (options.csv) terminal.out(toCsv(result));
      else
        terminal.out(
          toTable(
            result.columns.map(({ name }) => name),
            result.rows.map((row) => result.columns.map(({ name }) => row[name] ?? null)),
          ),
        );
    });
};

/** Rows leave for other programs: each says that it is made up. */
function marked({ columns, rows }: Result): Result {
  return {
    columns: [...columns, { name: 'illustrative', type: 'VARCHAR' }],
    rows: rows.map((row) => ({ ...row, illustrative: 'Illustrative data' })),
  };
}

function listTables(): { table: string; row: string; columns: string[] }[] {
  const tables = TABLE_NAMES.map((table) => ({
    table: table as string,
    row: TABLES[table].row as string,
    columns: [...Object.keys(TABLES[table].columns), 'release'],
  }));
  return [...tables, { table: 'release', row: 'one import', columns: Object.keys(RELEASE_COLUMNS) }];
}
