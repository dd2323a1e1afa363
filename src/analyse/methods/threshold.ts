import { aboutThreshold } from '../../statistics/about/threshold.ts';
import { thresholdTest, type SearchCell } from '../../statistics/index.ts';
import { referenceOf } from '../groups.ts';
import type { Method } from '../method.ts';
import type { Table } from '../table.ts';

/** The bar above which each group is searched, over areas; with `stops`, the column that fixes its level. */
export const threshold: Method = {
  about: aboutThreshold,
  columns: ['group', 'area', 'stops', 'searches', 'hits'],
  run(table, options) {
    const { cells, groups } = cellsOf(table);
    const reference = referenceOf(groups, options.text('reference'));
    const found = thresholdTest(cells, {
      seed: options.whole('seed', 1, 0, 2 ** 31),
      level: options.level('level', 0.95),
      reference: groups.indexOf(reference),
    });
    return {
      reference,
      groups: found.groups.map(({ threshold: bar, difference }, g) => ({
        group: groups[g],
        threshold: bar.estimate,
        lower: bar.lower,
        upper: bar.upper,
        difference: difference.estimate,
        difference_lower: difference.lower,
        difference_upper: difference.upper,
        ...ratesOf(cells, g),
      })),
      diagnostics: {
        converged: found.converged,
        r_hat: found.rHat,
        acceptance: found.acceptance,
        divergent: found.divergent,
        draws: found.draws,
        stops_known: found.stopsKnown,
        cells: cells.length,
      },
    };
  },
};

/** One cell for each group and area, rows of one added up; groups in the order in which they come. */
function cellsOf(table: Table): { cells: readonly SearchCell[]; groups: readonly string[] } {
  const [searches, hits] = [table.numbers('searches'), table.numbers('hits')];
  const stops = table.has('stops') ? table.numbers('stops') : null;
  const areas = table.text('area');
  const [groupCodes, areaCodes] = [new Map<string, number>(), new Map<string, number>()];
  const cells = new Map<string, SearchCell>();
  for (const [row, name] of table.text('group').entries()) {
    const group = codeOf(groupCodes, name);
    const area = codeOf(areaCodes, areas[row] ?? '');
    const key = `${group} ${area}`;
    const before = cells.get(key);
    cells.set(key, {
      group,
      area,
      stops: stops === null ? null : (before?.stops ?? 0) + (stops[row] ?? 0),
      searches: (before?.searches ?? 0) + (searches[row] ?? 0),
      hits: (before?.hits ?? 0) + (hits[row] ?? 0),
    });
  }
  return { cells: [...cells.values()], groups: [...groupCodes.keys()] };
}

function codeOf(codes: Map<string, number>, name: string): number {
  const code = codes.get(name) ?? codes.size;
  codes.set(name, code);
  return code;
}

function ratesOf(cells: readonly SearchCell[], group: number) {
  const own = cells.filter((cell) => cell.group === group);
  const searches = own.reduce((sum, cell) => sum + cell.searches, 0);
  const stops = own.reduce((sum, cell) => sum + (cell.stops ?? 0), 0);
  return {
    hit_rate: searches > 0 ? own.reduce((sum, cell) => sum + cell.hits, 0) / searches : null,
    search_rate: stops > 0 ? searches / stops : null,
  };
}
