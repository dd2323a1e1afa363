import type { Of, Plan, Planning } from '../plan.ts';
import { addressOf } from '../publishers/publishers.ts';
import { firstOfMonth, type IsoDate } from '../../foundation/iso-date.ts';

/** A file that always stands at one address. */
export async function planAddress({ source, publisher }: Planning<Of<'address'>>): Promise<Plan> {
  const address = addressOf(publisher, source.path) ?? '';
  return {
    items: [{ kind: 'file', address, file: source.file, formats: source.formats, published: null }],
    notices: [],
  };
}

/** A series as the generator of the Office for National Statistics writes it. */
export async function planSeries({ source, publisher }: Planning<Of<'ons-series'>>): Promise<Plan> {
  const address = addressOf(publisher, `/generator?format=csv&uri=${source.path}`) ?? '';
  const [series = 'series', dataset = ''] = source.path.split('/').slice(-2);
  return {
    items: [{ kind: 'file', address, file: `${series}-${dataset}.csv`, formats: ['csv'], published: null }],
    notices: [],
  };
}

/** Years asked for at once where nobody says how many. */
const YEARS = 3;
const COLUMNS =
  'DATE,DATE_NAME,GEOGRAPHY_NAME,GEOGRAPHY_CODE,GENDER_NAME,AGE_NAME,MEASURE_NAME,MEASURES_NAME,OBS_VALUE,OBS_STATUS,RECORD_COUNT';

/**
 * A dataset of Nomis, a file a calendar year: Nomis gives whoever has no account 25,000 rows at a time, and files that each cover their own
 * months are vintages of each other only where they should be.
 */
export async function planNomis({ source, publisher, wanted, today }: Planning<Of<'nomis'>>): Promise<Plan> {
  const last = yearOf(wanted.to ?? today);
  const first = wanted.from === null ? last - YEARS + 1 : yearOf(wanted.from);
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const items = years.map((year) => {
    const from = later(wanted.from, firstOfMonth(year, 1)).slice(0, 7);
    const to = earlier(wanted.to, firstOfMonth(year, 12)).slice(0, 7);
    const path = `/api/v01/dataset/${source.dataset}.data.csv?${source.query}&time=${from}-${to}&select=${COLUMNS}`;
    return {
      kind: 'file' as const,
      address: addressOf(publisher, path) ?? '',
      file: `${source.dataset}-${from}-${to}.csv`,
      formats: ['csv' as const],
      published: null,
    };
  });
  return { items, notices: [] };
}

function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

function later(a: IsoDate | null, b: IsoDate): IsoDate {
  return a !== null && a > b ? a : b;
}

function earlier(a: IsoDate | null, b: IsoDate): IsoDate {
  return a !== null && a < b ? a : b;
}
