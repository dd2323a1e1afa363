import { UsageError } from '../../foundation/errors.ts';
import { nearest } from '../../foundation/nearest.ts';
import { aboutLink } from '../../statistics/about/link.ts';
import {
  linkRecords,
  wilsonInterval,
  type Linkage,
  type LinkKey,
  type LinkSide,
} from '../../statistics/index.ts';
import type { Answer, Method } from '../method.ts';
import type { Table } from '../table.ts';

/** Links the rows of a file to those of another; says for whom it fails, and what that does to a figure. */
export const link: Method = {
  about: aboutLink,
  columns: ['group'],
  files: ['with'],
  run(table, options, others) {
    const other = others.get('with');
    if (other === undefined)
      throw new UsageError('The second file is missing.', 'Name it with --with OTHER.csv.');
    const keys = keysOf(table, other, options.list('keys'));
    const found = linkRecords(keys, {
      blocks: blocksOf(keys, options.list('block')),
      threshold: options.level('threshold', 0.9),
      seed: options.whole('seed', 1, 0, 2 ** 31),
    });
    const level = options.level('level', 0.95);
    const groups = table.has('group') ? table.text('group') : null;
    const flagged = flaggedRows(other, options.text('share'));
    const rows = Array.from(found.partner.keys());
    return {
      ...sideAnswer(found.first),
      second: sideAnswer(found.second),
      ...rateOf(rows, found, flagged, level),
      rate_by_group: [...new Set(groups ?? [])].map((group) =>
        Object.assign(
          { group },
          rateOf(
            rows.filter((row) => groups?.[row] === group),
            found,
            flagged,
            level,
          ),
        ),
      ),
      ...against(table, other, options.text('truth'), found),
      ambiguous: found.ambiguous,
      expected_false_links: found.expectedFalseLinks,
      pairs_compared: found.pairsCompared,
      blocked: found.blocked,
      converged: found.model.converged,
      match_share: found.model.share,
      keys: keys.map(({ name }, k) => ({
        key: name,
        m_same: found.model.m[k]?.[2],
        m_near: found.model.m[k]?.[1],
        u_same: found.model.u[k]?.[2],
        u_near: found.model.u[k]?.[1],
      })),
    };
  },
};

function sideAnswer({ linked, oneSided, unlinked }: LinkSide): Answer {
  return { linked, one_sided: oneSided, unlinked };
}

function keysOf(table: Table, other: Table, names: readonly string[]): LinkKey[] {
  if (names.length === 0)
    throw new UsageError(
      'No keys were named.',
      'Name columns that both files have: --keys borough,date,age.',
    );
  return names.map((name) => ({ name, first: table.namedText(name), second: other.namedText(name) }));
}

function blocksOf(keys: readonly LinkKey[], blocks: readonly string[]): number[][] {
  const names = keys.map(({ name }) => name);
  return blocks.map((block) =>
    block.split('+').map((name) => {
      const place = names.indexOf(name.trim());
      if (place >= 0) return place;
      const near = nearest(name, names);
      throw new UsageError(
        `'${name}' is no key.`,
        `${near === null ? '' : `Did you mean '${near}'? `}Keys: ${names.join(', ')}.`,
      );
    }),
  );
}

/** 1 for rows of the second file whose column has the value of `--share COLUMN=VALUE`. */
function flaggedRows(other: Table, share: string | undefined): Uint8Array | null {
  if (share === undefined) return null;
  const [column = '', value] = share.split('=');
  if (value === undefined) throw new UsageError('--share lacks its value.', 'Write --share handcuffed=yes.');
  return Uint8Array.from(other.namedText(column), (cell) => (cell === value ? 1 : 0));
}

function rateOf(
  rows: readonly number[],
  { partner }: Linkage,
  flagged: Uint8Array | null,
  level: number,
): Answer {
  const linked = rows.filter((row) => (partner[row] ?? -1) >= 0);
  const { estimate, lower, upper } = wilsonInterval(linked.length, rows.length, level);
  const rate = { n: rows.length, linked: linked.length, rate: estimate, lower, upper };
  if (flagged === null) return rate;
  const having = linked.filter((row) => flagged[partner[row] ?? 0] === 1).length;
  return {
    ...rate,
    share_of_linked: linked.length === 0 ? null : having / linked.length,
    share_lower_bound: having / rows.length,
    share_upper_bound: (having + rows.length - linked.length) / rows.length,
  };
}

/** Precision and recall where a column of both files says which rows truly belong together. */
function against(
  table: Table,
  other: Table,
  column: string | undefined,
  { partner, first }: Linkage,
): Answer {
  if (column === undefined) return {};
  const [truth, otherTruth] = [table.namedText(column), other.namedText(column)];
  const right = partner.reduce(
    (sum, b, a) => sum + (b >= 0 && truth[a] !== '' && truth[a] === otherTruth[b] ? 1 : 0),
    0,
  );
  const counts = new Map<string, number>();
  for (const name of otherTruth) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  let pairs = 0;
  for (const name of truth) {
    const left = counts.get(name) ?? 0;
    if (left === 0) continue;
    counts.set(name, left - 1);
    pairs++;
  }
  return {
    true_pairs: pairs,
    precision: first.linked === 0 ? null : right / first.linked,
    recall: pairs === 0 ? null : right / pairs,
  };
}
