import { DataDoubts, loadChecks, type Problem } from '../checks/index.ts';
import { loadAreas } from '../areas/index.ts';
import { CATALOGUE_DIR } from '../foundation/catalogue-dir.ts';
import { Lake } from '../lake/lake.ts';
import { openWorkspace } from '../lake/workspace.ts';
import { loadMeasures } from '../measures/load-measures.ts';
import { addCommand, type CommandModule, type CommonOptions } from './command.ts';
import { toJson } from './output.ts';

interface CheckDataOptions extends CommonOptions {
  readonly measure?: string;
}

export const checkDataCommand: CommandModule = (program, { terminal, now }) => {
  addCommand(
    program,
    'check-data',
    'what in the data cannot be, or hardly can: gaps, copies, parts above their whole',
  )
    .option('--measure <id>', 'only what puts the figures of this measure in doubt')
    .action(async (options: CheckDataOptions) => {
      const lake = new Lake(openWorkspace(options.workspace));
      try {
        const checks = loadChecks(CATALOGUE_DIR);
        const today = now().toISOString().slice(0, 10);
        const doubts = new DataDoubts({ lake, areas: loadAreas(CATALOGUE_DIR), checks, today });
        const problems =
          options.measure === undefined
            ? await doubts.all()
            : await doubts.ofMeasure(loadMeasures(CATALOGUE_DIR).require(options.measure));
        terminal.out(
          options.json ? toJson({ checks: checks.length, problems }) : describe(problems, checks.length),
        );
      } finally {
        lake.close();
      }
    });
};

const MOST_OF_ONE_CHECK = 8;

function describe(problems: readonly Problem[], checks: number): string {
  if (problems.length === 0) return `${checks} checks were made, and nothing failed.\n`;
  const byCheck = [...Map.groupBy(problems, ({ check }) => check).values()];
  const parts = byCheck.map((own) => {
    const [first] = own;
    const more = own.length - MOST_OF_ONE_CHECK;
    return [
      `${first?.title ?? ''} (${own.length}; ${first?.effect === 'leave-out' ? 'the figures are left out' : 'the figures are judged, with a caveat'})`,
      ...own.slice(0, MOST_OF_ONE_CHECK).map(({ seen }) => `  ${seen}`),
      ...(more > 0 ? [`  and ${more} more: --json lists them all`] : []),
      `  Rule: ${first?.rule ?? ''}`,
      `  May mean: ${first?.may_mean ?? ''}`,
      `  Do: ${first?.do ?? ''}`,
    ].join('\n');
  });
  return `${parts.join('\n\n')}\n\n${problems.length} problems in ${byCheck.length} of ${checks} checks.\n`;
}
