import { BadInputError } from '../foundation/errors.ts';
import { nearest } from '../foundation/nearest.ts';
import type { FeedFile, Fragment, RowsFile } from './feed-schema.ts';
import { groupingSql, requireGrouping, type Groupings } from './grouping/grouping.ts';
import type { Feed, FigureFeed, TableFeed } from './measure.ts';
import { withOutcomes, type OutcomeSets } from './outcome-sets.ts';

/** What the feeds of the catalogue share. */
export interface Shared {
  readonly fragments: Readonly<Record<string, Fragment>>;
  readonly groupings: Groupings;
  readonly outcomeSets: OutcomeSets;
}

/**
 * The feeds that one entry stands for: one for each source that it names, in order, with what it extends, names and groups
 * written out.
 * @throws BadInputError naming the file, for a name that is not there or a feed that lacks a part
 */
export function feedsOf(entry: FeedFile, shared: Shared, file: string): readonly Feed[] {
  const { over, figures, ...own } = entry;
  if (figures !== undefined) return [figureFeed(figures, own.by ?? {})];
  const denominators = over === undefined ? [] : tableFeeds(over, shared, file);
  return tableFeeds(own, shared, file).flatMap((feed) =>
    over === undefined ? [feed] : denominators.map((each) => ({ ...feed, over: each })),
  );
}

function figureFeed(measure: string, by: NonNullable<RowsFile['by']>): FigureFeed {
  const groups = Object.entries(by).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { kind: 'figure', measure, ...(groups.length === 0 ? {} : { by: Object.fromEntries(groups) }) };
}

function tableFeeds(entry: RowsFile, shared: Shared, file: string): readonly TableFeed[] {
  const base = entry.extends === undefined ? {} : requireFragment(shared, entry.extends, file);
  const merged = { ...base, ...entry, where: both(base.where, entry.where), by: { ...base.by, ...entry.by } };
  const { table, numerator = null, denominator = null, value = null, where = 'true', by, parts } = merged;
  const sources = sourcesOf(entry) ?? sourcesOf(base) ?? [];
  if (table === undefined) throw lacking('names no table', file);
  if (sources.length === 0) throw lacking('names no source', file);
  if ((numerator === null) === (value === null))
    throw lacking(
      'gives either a numerator (something that can be added up) or a value (something that cannot)',
      file,
    );
  const sql = (text: string): string => outcomesIn(text, shared, file);
  return sources.map(({ source, note = merged.note }) => ({
    kind: 'table',
    table,
    source,
    where: sql(where),
    numerator: numerator === null ? null : sql(numerator),
    denominator: denominator === null ? null : sql(denominator),
    value,
    by: mapped(by, (split) =>
      typeof split === 'string'
        ? sql(split)
        : groupingSql(requireGrouping(shared.groupings, split.grouping, file)),
    ),
    // What is not said is left out: the version of a recipe is the hash of what it says.
    ...(parts === undefined ? {} : { parts: mapped(parts, (groups) => mapped(groups, sql)) }),
    ...(merged.join === undefined ? {} : { join: sql(merged.join) }),
    ...(merged.splits_only === undefined ? {} : { splitsOnly: merged.splits_only }),
    ...(merged.alike === undefined ? {} : { alike: merged.alike }),
    ...(merged.since === undefined ? {} : { since: merged.since }),
    ...(merged.matures === undefined ? {} : { matures: merged.matures }),
    ...(note === undefined ? {} : { note }),
  }));
}

function sourcesOf({
  source,
  sources,
}: Fragment): readonly { readonly source: string; readonly note?: string | undefined }[] | undefined {
  if (source !== undefined) return [{ source }];
  return sources?.map((each) => (typeof each === 'string' ? { source: each } : each));
}

function both(one: string | undefined, other: string | undefined): string | undefined {
  return one === undefined || other === undefined ? (one ?? other) : `(${one.trim()}) AND (${other.trim()})`;
}

function mapped<From, To>(
  record: Readonly<Record<string, From>>,
  to: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}

function outcomesIn(text: string, { outcomeSets }: Shared, file: string): string {
  const written = withOutcomes(text, outcomeSets);
  if (written !== null) return written;
  throw new BadInputError(
    `no outcome set is called as in "${text.trim()}"`,
    { file },
    'Sets stand in catalogue/outcome-sets.yaml.',
  );
}

function requireFragment({ fragments }: Shared, name: string, file: string): Fragment {
  const found = fragments[name];
  if (found) return found;
  const near = nearest(name, Object.keys(fragments));
  throw new BadInputError(
    `no fragment is called "${name}"`,
    { file },
    near === null ? 'Fragments stand in catalogue/fragments.yaml.' : `Did you mean "${near}"?`,
  );
}

function lacking(what: string, file: string): BadInputError {
  return new BadInputError(`a feed ${what}`, { file }, 'The neighbouring measures show the shape.');
}
