import { existsSync } from 'node:fs';
import { loadAreas } from '../areas/index.ts';
import { CATALOGUE_DIR } from '../foundation/catalogue-dir.ts';
import { NotFoundError, ScrutineerError } from '../foundation/errors.ts';
import { localFile } from '../sources/input/local-file.ts';
import { checkFile, type FileCheck } from '../sources/templates/check-file.ts';
import { faultInWords } from '../sources/templates/fault-words.ts';
import { loadTemplates } from '../sources/templates/load-templates.ts';
import { addCommand, type CommandModule, type CommonOptions } from './command.ts';
import { toJson } from './output.ts';

interface CheckOptions extends CommonOptions {
  readonly template?: string;
}

/** So many faults are printed for eyes; `--json` gives all. */
const MOST_SHOWN = 50;

export const checkCommand: CommandModule = (program, { terminal }) => {
  addCommand(program, 'check', 'what is wrong with a filled template, cell by cell, before it is sent')
    .argument('<file>', 'CSV or workbook')
    .option('--template <name>', 'the template; otherwise told by its headings')
    .action(async (path: string, options: CheckOptions) => {
      if (!existsSync(path)) throw new NotFoundError(`There is no file ${path}.`, 'Check its name.');
      const areas = loadAreas(CATALOGUE_DIR);
      const checked = await checkFile(await localFile(path), loadTemplates(), areas, options.template);
      terminal.out(options.json ? toJson(toAnswer(path, checked)) : describe(path, checked));
      if (checked.faults.length === 0) return;
      throw new ScrutineerError(
        `${path} is not ready to be sent.`,
        `Put right what is listed; \`scrutineer template ${checked.template} --schema json\` says what each column holds.`,
      );
    });
};

function toAnswer(file: string, { template, rows, goodRows, faults, warnings }: FileCheck): object {
  return { file, template, ok: faults.length === 0, rows, good_rows: goodRows, faults, warnings };
}

function describe(file: string, { template, rows, goodRows, faults, warnings }: FileCheck): string {
  const shown = faults.slice(0, MOST_SHOWN).map((fault) => `  ${faultInWords(fault)}`);
  const more = faults.length - shown.length;
  const head =
    faults.length === 0
      ? `${file}: good. ${rows} ${rows === 1 ? 'row' : 'rows'} on the template ${template}.`
      : `${file}: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}; ${goodRows} of ${rows} rows are good (template ${template}).`;
  return `${[
    head,
    ...shown,
    ...(more > 0 ? [`  and ${more} more; --json lists all`] : []),
    ...warnings.map((warning) => `  Note: ${warning}.`),
  ].join('\n')}\n`;
}
