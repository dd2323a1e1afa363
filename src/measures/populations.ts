import { createHash } from 'node:crypto';
import type { Row } from '../lake/engine.ts';
import type { Lake } from '../lake/lake.ts';
import { NEWEST, type Vintage } from '../lake/vintages.ts';
import { noted } from '../lake/watch.ts';
import { feedRows } from './feed-rows.ts';

/** How many people lived in an area in a year, and how we know. */
export interface PopulationFigure {
  readonly count: number;
  /** Year of the estimate; not always the year asked for. */
  readonly year: number;
  readonly release: string;
}

/** A population further from the year asked for than this is not used; any other year's flags the rate as estimated. */
const MOST_YEARS_AWAY = 8;

/** Rows as they were read, with what was made of them: the lake gives the same rows until they change. */
const MADE = new WeakMap<readonly Row[], Populations>();

/** Resident populations by area and year, from the releases of a vintage: what was not yet published divides nothing. */
export class Populations {
  readonly #byArea: ReadonlyMap<string, readonly PopulationFigure[]>;
  /** Names the figures: the same text means the same figures. */
  readonly #print: string;

  private constructor(byArea: ReadonlyMap<string, readonly PopulationFigure[]>) {
    this.#byArea = byArea;
    this.#print = createHash('sha256')
      .update(JSON.stringify([...byArea]))
      .digest('hex');
  }

  /** Reads them once for each vintage, and again when a release of them changes. */
  static async load(lake: Lake, vintage: Vintage = NEWEST): Promise<Populations> {
    const read = async (): Promise<Populations> => {
      const rows = await feedRows(lake, sqlOf(lake, vintage));
      const made = MADE.get(rows) ?? Populations.#of(rows);
      MADE.set(rows, made);
      return made;
    };
    return noted(`populations ${JSON.stringify(vintage)}`, read, (populations) => populations.#print);
  }

  static #of(rows: readonly Row[]): Populations {
    const byArea = new Map<string, Map<number, PopulationFigure>>();
    for (const row of rows) {
      const area = String(row['area']);
      const years = byArea.get(area) ?? new Map<number, PopulationFigure>();
      const year = Number(row['year']);
      years.set(year, { count: Number(row['count']), year, release: String(row['release']) });
      byArea.set(area, years);
    }
    return new Populations(new Map([...byArea].map(([area, years]) => [area, [...years.values()]])));
  }

  /** The estimate for the year nearest to the one asked for (the earlier of two as near); null when none is near. */
  of(area: string, year: number): PopulationFigure | null {
    const known = this.#byArea.get(area) ?? [];
    const near = known.filter((figure) => Math.abs(figure.year - year) <= MOST_YEARS_AWAY);
    return (
      near.toSorted((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year) || a.year - b.year)[0] ?? null
    );
  }
}

/**
 * Estimates for all people come as rows of `population` or as cited figures; the release published last comes last, and so wins (or
 * first, when asked what was said first). Areas smaller than a borough divide nothing.
 */
function sqlOf(lake: Lake, vintage: Vintage): string {
  return `
SELECT p.area, p.year, sum(p.count) AS count, p.release, max(coalesce(r.published, DATE '1900-01-01')) AS published
FROM (SELECT * FROM population WHERE ${lake.inForce('population', vintage)}) p JOIN release r ON r.release = p.release
WHERE p.sex = 'all' AND p.age_band = 'all' AND p.ethnicity = 'all' AND p.area_type IN ('borough', 'force', 'region', 'nation')
GROUP BY 1, 2, 4
UNION ALL
SELECT f.area, year(f.period_from) AS year, f.value AS count, f.release, coalesce(r.published, DATE '1900-01-01') AS published
FROM (SELECT * FROM published_figure WHERE ${lake.inForce('published_figure', vintage)}) f JOIN release r ON r.release = f.release
WHERE f.measure = 'population' AND f.group_type IS NULL AND f.value IS NOT NULL
ORDER BY 5${vintage.kind === 'earliest' ? ' DESC' : ''}, 4`;
}
