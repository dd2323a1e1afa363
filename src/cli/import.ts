import cliProgress from 'cli-progress';
import { loadAreas } from '../areas/index.ts';
import type { Problem } from '../checks/index.ts';
import { CATALOGUE_DIR } from '../foundation/catalogue-dir.ts';
import { ScrutineerError, UsageError } from '../foundation/errors.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import { openOrCreateWorkspace } from '../lake/workspace.ts';
import { LakeWriter } from '../lake/writer.ts';
import { figureNames } from '../measures/figure-names.ts';
import { loadMeasures } from '../measures/load-measures.ts';
import { importPaths, requireSource } from '../sources/importer/import-paths.ts';
import type { FileReport, ImportReport } from '../sources/importer/report.ts';
import { SOURCES } from '../sources/registry.ts';
import { checkImported } from './import-checks.ts';
import { addCommand, type CommandModule, type CommonOptions } from './command.ts';
import { parseDate } from './option-dates.ts';
import { toJson, type Terminal } from './output.ts';

interface ImportCommandOptions extends CommonOptions {
  readonly as?: string;
  readonly force?: string;
  readonly published?: IsoDate;
}

const MOST_REJECTS_SHOWN = 5;

export const importCommand: CommandModule = (program, { terminal, now }) => {
  addCommand(program, 'import', 'read published files, folders and ZIPs into the lake, and report on each')
    .argument('<path...>', 'files, folders, ZIPs, .gz')
    .option('--as <source>', 'take every file for this source (see `scrutineer sources`)')
    .option(
      '--force <slug>',
      'police force that stop-and-search files are from, where nothing in them says so',
    )
    .option(
      '--published <date>',
      'publication date of these files, where you know it (YYYY-MM-DD)',
      parseDate,
    )
    .action(async (paths: string[], options: ImportCommandOptions) => {
      const areas = loadAreas(CATALOGUE_DIR);
      const knownMeasures = figureNames(loadMeasures(CATALOGUE_DIR));
      if (options.as !== undefined) requireSource(SOURCES, options.as);
      if (options.force !== undefined && areas.bySlug(options.force)?.type !== 'force') {
        throw new UsageError(
          `There is no police force with the slug "${options.force}".`,
          'Slugs are those of data.police.uk: metropolitan, city-of-london, greater-manchester …',
        );
      }
      const workspace = openOrCreateWorkspace(options.workspace, 'own', now());
      const writer = await LakeWriter.open(workspace, 'scrutineer import');
      const progress = progressBar(terminal);
      try {
        const report = await importPaths(writer, paths, {
          sources: SOURCES,
          context: { areas, force: options.force ?? null, knownMeasures },
          now,
          onProgress: progress.update,
          ...(options.as === undefined ? {} : { as: options.as }),
          ...(options.published === undefined ? {} : { published: options.published }),
        });
        progress.stop();
        const today = now().toISOString().slice(0, 10);
        const problems = await checkImported(workspace, areas, report.files, today);
        terminal[options.json ? 'out' : 'err'](
          options.json ? toJson({ ...report, problems }) : `${describe(report)}${describeProblems(problems)}`,
        );
        if (report.files.some((file) => file.status === 'failed')) {
          throw new ScrutineerError(
            `${report.totals.failed} of ${report.totals.files} files could not be imported.`,
            'The messages above say why; everything else is in the lake.',
          );
        }
      } finally {
        progress.stop();
        await writer.close();
      }
    });
};

function progressBar({ isTTY }: Terminal): {
  update: (done: number, total: number) => void;
  stop: () => void;
} {
  if (!isTTY) return { update: () => undefined, stop: () => undefined };
  const bar = new cliProgress.SingleBar({
    format: 'Importing {bar} {value}/{total} files',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  let started = false;
  return {
    update(done, total) {
      if (!started) bar.start(total, done);
      started = true;
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}

/** What became of each file, for eyes. */
export function describe({ files, totals }: ImportReport): string {
  const lines = files.flatMap(describeFile);
  const kept = `${totals.rows_kept.toLocaleString('en-GB')} rows kept, ${totals.rows_rejected.toLocaleString('en-GB')} rejected`;
  const counts = `${totals.imported} imported, ${totals.already_imported} already there, ${totals.not_recognised} not recognised, ${totals.failed} failed`;
  return `${[...lines, '', `${totals.files} files: ${counts}. ${kept}.`].join('\n')}\n`;
}

const MOST_PROBLEMS_SHOWN = 10;

function describeProblems(problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  const more = problems.length - MOST_PROBLEMS_SHOWN;
  const lines = problems.slice(0, MOST_PROBLEMS_SHOWN).map(({ seen }) => `  ${seen}`);
  const rest = more > 0 ? [`  and ${more} more`] : [];
  return `${['', 'Worth a look (`scrutineer check-data` says what it may mean):', ...lines, ...rest].join('\n')}\n`;
}

function describeFile(file: FileReport): string[] {
  const name = file.member === undefined ? file.path : `${file.path} › ${file.member}`;
  const span = file.from === null ? '' : `, ${file.from} to ${file.to}`;
  const head =
    file.status === 'imported'
      ? `✓ ${name}: ${file.rows_kept.toLocaleString('en-GB')} rows as ${file.source}${span}`
      : `${file.status === 'failed' ? '✗' : '·'} ${name}: ${file.status.replace('-', ' ')}`;
  const rejects = file.rejects.slice(0, MOST_REJECTS_SHOWN).map((reject) => {
    const place = [reject.line === null ? '' : `line ${reject.line}`, reject.column ?? '']
      .filter((part) => part !== '')
      .join(', ');
    return `    rejected: ${place}: ${reject.reason}: ${reject.text.slice(0, 120)}`;
  });
  const more = file.rows_rejected - rejects.length;
  return [
    head,
    ...file.warnings.map((warning) => `    ${warning}`),
    ...rejects,
    ...(more > 0 ? [`    and ${more} more rejected`] : []),
  ];
}
