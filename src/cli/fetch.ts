import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadAreas, type Areas } from '../areas/index.ts';
import {
  fetchSource,
  findFetch,
  loadPublishers,
  movedTo,
  planFetch,
  type Conditions,
  type FetchOptions,
  type FetchReport,
} from '../fetch/index.ts';
import { CATALOGUE_DIR } from '../foundation/catalogue-dir.ts';
import { ScrutineerError, UsageError } from '../foundation/errors.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import { openOrCreateWorkspace } from '../lake/workspace.ts';
import { LakeWriter } from '../lake/writer.ts';
import { importPaths } from '../sources/importer/import-paths.ts';
import type { ImportReport } from '../sources/importer/report.ts';
import { SOURCES } from '../sources/registry.ts';
import { addCommand, type CliContext, type CommandModule, type CommonOptions } from './command.ts';
import { fetchProgress } from './fetch-progress.ts';
import { describeFetch, describePlan, fetchJson, listJson, listText, planJson } from './fetch-text.ts';
import { describe } from './import.ts';
import { parseDate, parseEnd } from './option-dates.ts';
import { toJson } from './output.ts';

interface FetchCommandOptions extends CommonOptions {
  readonly list?: boolean;
  readonly force?: readonly string[];
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly folder?: string;
  readonly baseUrl?: string;
  readonly dryRun?: boolean;
  /** False with --no-import. */
  readonly import: boolean;
}

export const fetchCommand: CommandModule = (program, context) => {
  addCommand(program, 'fetch', 'download from the publisher, politely, into a folder of today, and import')
    .argument('[source...]', 'what to fetch (see --list)')
    .option('--list', 'what can be fetched, and from whom')
    .option('--force <slug...>', 'police forces, by the slugs of data.police.uk')
    .option('--from <date>', 'first month (or day from which on something was published)', parseDate)
    .option('--to <date>', 'last month', parseEnd)
    .option(
      '--folder <dir>',
      'where downloads are kept, by source and day (default: downloads/ in the workspace)',
    )
    .option('--base-url <url>', "another address in the place of the publisher's own, such as a mirror")
    .option('--dry-run', 'say what would be fetched; asks for lists only')
    .option('--no-import', 'download only')
    .action(async (ids: string[], options: FetchCommandOptions) => runFetch(ids, options, context));
};

async function runFetch(
  ids: readonly string[],
  options: FetchCommandOptions,
  context: CliContext,
): Promise<void> {
  const { terminal } = context;
  const publishers = loadPublishers(CATALOGUE_DIR, process.env);
  if (options.list) {
    terminal.out(options.json ? toJson(listJson(publishers)) : listText(publishers));
    return;
  }
  if (ids.length === 0)
    throw new UsageError('Nothing is named to be fetched.', '`scrutineer fetch --list` lists what there is.');
  const areas = loadAreas(CATALOGUE_DIR);
  const forces = options.force ?? [];
  for (const force of forces) requireForce(areas, force);
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.on('SIGINT', onInterrupt);
  const progress = fetchProgress(terminal);
  const folder = resolve(options.folder ?? join(options.workspace, 'downloads'));
  try {
    const asked = ids.map((id): FetchOptions => {
      const { publisher, source } = findFetch(publishers, id);
      return {
        publishers,
        publisher:
          options.baseUrl === undefined ? publisher : movedTo(publisher, options.baseUrl, '--base-url'),
        source,
        wanted: { forces, from: options.from ?? null, to: options.to ?? null },
        conditions: conditionsOf(context, stop.signal),
        folder,
        progress,
      };
    });
    if (options.dryRun) {
      for (const each of asked) {
        const plan = await planFetch(each);
        terminal.out(
          options.json ? toJson(planJson(each.source.id, plan)) : describePlan(each.source.id, plan),
        );
      }
      return;
    }
    const reports: { readonly source: string; readonly report: FetchReport }[] = [];
    for (const each of asked)
      if (!stop.signal.aborted) reports.push({ source: each.source.id, report: await fetchSource(each) });
    progress.stop();
    // From here on Ctrl-C ends the program, as it does any import: releases are whole or absent.
    process.off('SIGINT', onInterrupt);
    const imported =
      options.import && !stop.signal.aborted ? await importFetched(reports, areas, options, context) : null;
    if (options.json) terminal.out(toJson(fetchJson(reports, imported)));
    else {
      for (const { source, report } of reports) terminal.err(describeFetch(source, report));
      if (imported) terminal.err(describe(imported));
    }
    requireAll(reports, imported);
  } finally {
    progress.stop();
    process.off('SIGINT', onInterrupt);
  }
}

/** Imports what was fetched through the ordinary importer; releases carry the address that each file came from. */
async function importFetched(
  reports: readonly { readonly report: FetchReport }[],
  areas: Areas,
  { workspace: dir }: FetchCommandOptions,
  { now }: CliContext,
): Promise<ImportReport | null> {
  const files = reports.flatMap(({ report }) => report.files);
  const byPath = new Map(files.flatMap((file) => (file.path === null ? [] : [[file.path, file] as const])));
  if (byPath.size === 0) return null;
  const workspace = openOrCreateWorkspace(dir, 'own', now());
  const writer = await LakeWriter.open(workspace, 'scrutineer fetch');
  try {
    return await importPaths(writer, [...byPath.keys()], {
      sources: SOURCES,
      context: { areas, force: null },
      now,
      origin: (path) => byPath.get(path) ?? null,
      wantsMember: (path, member) => byPath.get(path)?.members?.(member) ?? true,
    });
  } finally {
    await writer.close();
  }
}

function requireAll(
  reports: readonly { readonly report: FetchReport }[],
  imported: ImportReport | null,
): void {
  const files = reports.flatMap(({ report }) => report.files);
  const lost = files.filter(({ status }) => status === 'failed').length;
  if (lost > 0)
    throw new ScrutineerError(
      `${lost} of ${files.length} files could not be fetched.`,
      'The messages above say why; what was fetched is kept, and the same command goes on from there.',
    );
  const failed = imported?.totals.failed ?? 0;
  if (failed > 0)
    throw new ScrutineerError(
      `${failed} of ${imported?.totals.files} files were fetched but could not be imported.`,
      'The messages above say why; everything else is in the lake.',
    );
}

function requireForce(areas: Areas, slug: string): void {
  if (areas.bySlug(slug)?.type === 'force') return;
  throw new UsageError(
    `There is no police force with the slug "${slug}".`,
    'Slugs are those of data.police.uk: metropolitan, city-of-london, greater-manchester …',
  );
}

function conditionsOf({ now }: CliContext, signal: AbortSignal): Conditions {
  return {
    fetch: globalThis.fetch,
    sleep: async (milliseconds, until) => sleep(milliseconds, undefined, { signal: until }),
    now: () => now().getTime(),
    random: Math.random,
    signal,
  };
}
