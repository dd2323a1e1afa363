import type { Area } from '../../../areas/index.ts';
import { formatFigure, type BoroughMapInput } from '../../../charts/index.ts';
import { spanInWords, type EvidenceContext } from '../../../evidence/index.ts';
import { seriesOf, type Measure, type Observation } from '../../../measures/index.ts';
import type { WebServices } from '../../services.ts';
import { unitOf } from '../measures/words.ts';
import { boroughMapInput } from './map-input.ts';
import { boroughOutlines } from './outlines.ts';

/** The list and the map of all areas. */
export interface AreasModel {
  readonly answer: string;
  readonly map: Omit<BoroughMapInput, 'id' | 'width'> | null;
  readonly columns: readonly Measure[];
  readonly boroughs: readonly AreaRow[];
  readonly forces: readonly AreaRow[];
  readonly areas: readonly Area[];
}

export interface AreaRow {
  readonly area: Area;
  /** A figure for each column: as it is read, what it is sorted by, and its period. */
  readonly figures: readonly {
    readonly text: string;
    readonly value: number | null;
    readonly period: string;
  }[];
}

const COLUMNS = ['recorded-crime-rate', 'trust', 'stop-and-search', 'homicide'];
const ON_THE_MAP = ['recorded-crime-rate', 'trust', 'stop-and-search-rate', 'recorded-crime'];

/** Gathers the page of all areas. */
export async function areasModel({ app }: WebServices): Promise<AreasModel> {
  const columns = COLUMNS.flatMap((id) => app.measures.get(id) ?? []);
  const outlines = await boroughOutlines(app);
  let map: AreasModel['map'] = null;
  for (const id of ON_THE_MAP) {
    const measure = app.measures.get(id);
    map ??= measure
      ? await boroughMapInput(app, measure, outlines, null, app.workspace.kind === 'illustrative')
      : null;
  }
  const areas = [...app.areas.list('borough'), ...app.areas.list('force')];
  const latest = await Promise.all(columns.map((measure) => latestFigures(app, measure, areas)));
  const rowOf = (area: Area): AreaRow => ({
    area,
    figures: columns.map((measure, at) => {
      const found = latest[at]?.get(area.name);
      return {
        text: formatFigure(found?.value ?? null, unitOf(measure)),
        value: found?.value ?? null,
        period: found === undefined ? '' : spanInWords(found.from, found.to),
      };
    }),
  });
  const boroughs = app.areas.list('borough').map(rowOf);
  const forces = app.areas.list('force').map(rowOf);
  const held = (rows: readonly AreaRow[]): number =>
    rows.filter(({ figures }) => figures.some(({ value }) => value !== null)).length;
  return {
    answer: `Figures are held for ${held(boroughs)} of the ${boroughs.length} boroughs of London and for ${held(forces)} of ${forces.length} police forces.${map === null ? '' : ` ${map.subject}: ${lowerFirst(map.title)}.`}`,
    map,
    columns,
    boroughs,
    forces,
    areas,
  };
}

/** The latest figure of each area: twelve months together for monthly figures. Boroughs and forces may come from unlike feeds. */
async function latestFigures(
  app: EvidenceContext,
  measure: Measure,
  areas: readonly Area[],
): Promise<ReadonlyMap<string, Observation>> {
  const latest = new Map<string, Observation>();
  for (const type of ['borough', 'force'] as const) {
    const names = areas.filter((area) => area.type === type).map(({ name }) => name);
    const monthly = await seriesOf(app, { measure: measure.id, areas: names, every: 'rolling-12' });
    const whole = monthly.observations.some(({ value }) => value !== null)
      ? monthly
      : await seriesOf(app, { measure: measure.id, areas: names });
    for (const each of whole.observations) {
      const before = latest.get(each.area);
      if (each.value !== null && (before === undefined || each.to >= before.to)) latest.set(each.area, each);
    }
  }
  return latest;
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
