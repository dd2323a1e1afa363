import { analyse, explain, fileOptions, listMethods, type AboutMethod } from '../analyse/index.ts';
import { UsageError } from '../foundation/errors.ts';
import { analyseArguments } from './analyse-arguments.ts';
import { answersAsText } from './answer-text.ts';
import { addCommand, type CommandModule, type CommonOptions } from './command.ts';
import { MADE_UP, saysMadeUp } from './marking-terminal.ts';
import { toJson, toTable } from './output.ts';
import { readTable } from './read-table.ts';

interface AnalyseOptions extends CommonOptions {
  readonly explain?: boolean;
  readonly list?: boolean;
}

export const analyseCommand: CommandModule = (program, { terminal }) => {
  addCommand(program, 'analyse', 'a method on any CSV: charts, rates, surveys, effects, forecasts')
    .usage('METHOD FILE.csv|- [options of the method] [--by COLUMN] [--json]')
    .argument('[words...]', 'the method, a CSV file or - for standard input, and the options of the method')
    .option('--explain', 'say what the method does, assumes and rests on, and when not to use it')
    .option('--list', 'list the methods')
    .allowUnknownOption()
    .action(async (words: string[], given: AnalyseOptions) => {
      const { method, file, options } = analyseArguments(words);
      if (given.list || (method === undefined && given.explain)) {
        const methods = listMethods();
        terminal.out(
          given.json
            ? toJson({
                methods: methods.map(({ method: name, title, answers }) => ({
                  method: name,
                  title,
                  answers,
                })),
              })
            : toTable(
                ['method', 'answers'],
                methods.map(({ method: name, answers }) => [name, answers]),
              ),
        );
        return;
      }
      if (method === undefined)
        throw new UsageError('No method was named.', 'scrutineer analyse --list lists them.');
      if (given.explain) {
        terminal.out(given.json ? explained(explain(method)) : explainedAsText(explain(method)));
        return;
      }
      explain(method);
      if (file === undefined) {
        throw new UsageError(
          'No file was named.',
          'Write: scrutineer analyse METHOD FILE.csv, or - to read standard input.',
        );
      }
      const others: Record<string, string> = {};
      for (const name of fileOptions(method)) {
        const path = options[name];
        if (typeof path === 'string') others[name] = await readTable(path);
      }
      const table = await readTable(file);
      const result = analyse(method, table, options, others);
      const madeUp = [table, ...Object.values(others)].some(saysMadeUp);
      if (madeUp) terminal.err(MADE_UP);
      terminal.out(
        given.json
          ? toJson(madeUp ? { illustrative: true, ...result } : result)
          : answersAsText(result.results),
      );
    });
};

function explained({ notWhen, checkedWith, ...about }: AboutMethod): string {
  return toJson(Object.assign(about, { not_when: notWhen, checked_with: checkedWith }));
}

function explainedAsText(about: AboutMethod): string {
  const list = (title: string, items: readonly string[]) =>
    `${title}\n${items.map((item) => `  - ${item}\n`).join('')}`;
  return [
    `${about.title} (${about.method}, version ${about.version})\n${about.answers}\n`,
    `Formula\n  ${about.formula}\n`,
    list('Assumes', about.assumptions),
    list('Not to be used', about.notWhen),
    list('Sources', about.sources),
    list('Checked with', about.checkedWith),
  ].join('\n');
}
