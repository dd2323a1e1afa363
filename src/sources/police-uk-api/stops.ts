import { startOfMonth, addDays, type IsoDate } from '../../foundation/iso-date.ts';
import type { InputFile } from '../input/input-file.ts';
import { readLabels } from '../labels.ts';
import { POLICE_UK, forceOfFile } from '../police-uk/common.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally, type LakeRow } from '../table/tally.ts';
import { beginsWithKeys, flagOf, itemOf, itemsOf, placeOf, shown, textOf } from './answer.ts';

/**
 * Searches of one force and month as the API of data.police.uk answers (`stops-force`). Rows carry no identifier, so equal rows are all
 * kept. The Metropolitan Police's answers from September 2024 hold about a third of the searches of the months before: a break in
 * what is published.
 */
export const policeUkApiStops: RowsSource = {
  kind: 'rows',
  id: 'police-uk-api-stops',
  table: 'stop_search',
  title: 'Stop and search, answers of the API for a force and month',
  ...POLICE_UK,
  address: 'https://data.police.uk/docs/method/stops-force/',
  looksLike:
    'JSON list of objects with type, datetime, legislation, object_of_search, outcome, officer_defined_ethnicity, …; the force stands in the name of the file or folder',
  recognises: (sample) =>
    beginsWithKeys(sample, [
      'datetime',
      'legislation',
      'object_of_search',
      'officer_defined_ethnicity',
      'outcome',
    ]),
  read: readStops,
};

async function readStops(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const force = forceOfFile({ file }, context);
  const outcomes = readLabels('stop-search-outcomes');
  const ethnicities = readLabels('self-defined-ethnicity');
  const tally = new Tally();
  const seen = new Set<string>();
  for (const [index, value] of itemsOf(await file.text(), file.path).entries()) {
    tally.record(shown(value, index), () => {
      const item = itemOf(value);
      const row: LakeRow = {
        force: force.slug,
        ...timeOf(textOf(item, 'datetime')),
        type: required(textOf(item, 'type'), 'type'),
        gender: textOf(item, 'gender'),
        age_range: textOf(item, 'age_range'),
        self_defined_ethnicity: relabelled(textOf(item, 'self_defined_ethnicity'), ethnicities, tally),
        officer_defined_ethnicity: textOf(item, 'officer_defined_ethnicity'),
        legislation: textOf(item, 'legislation'),
        object_of_search: textOf(item, 'object_of_search'),
        outcome: relabelled(outcomeOf(item), outcomes, tally),
        outcome_linked: flagOf(item, 'outcome_linked_to_object_of_search'),
        removal_of_clothing: flagOf(item, 'removal_of_more_than_outer_clothing'),
        part_of_operation: flagOf(item, 'operation'),
        operation: textOf(item, 'operation_name'),
        longitude: placeOf(item).longitude,
        latitude: placeOf(item).latitude,
      };
      const text = JSON.stringify(value);
      if (seen.has(text)) tally.duplicate();
      seen.add(text);
      return [row];
    });
  }
  if (force.warning !== null) tally.warn(force.warning);
  return tally.finish({ scope: `police-uk-api-stops/${force.slug}`, force: force.slug, warnings: [] });
}

/** A false outcome is how older answers write that nothing is known of it. */
function outcomeOf(item: Readonly<Record<string, unknown>>): string | null {
  return item['outcome'] === false ? null : textOf(item, 'outcome');
}

const [EARLIEST, LATEST] = [Date.UTC(1900, 0, 1), Date.UTC(2200, 0, 1)];

/**
 * The UTC time, and the month by London time. Between the last Sundays of March and October London is an hour ahead; every month
 * end from 31 March to 30 September lies inside that span, and 31 October outside it, so only the last hour of those can matter.
 */
function timeOf(text: string | null): { readonly at: string; readonly month: IsoDate } {
  const time = text === null ? Number.NaN : Date.parse(text);
  if (!(time >= EARLIEST && time < LATEST))
    throw new RowFault('datetime', `"${text ?? ''}" is not a date and time of a search`);
  const at = new Date(time).toISOString().slice(0, 19);
  const day = at.slice(0, 10) as IsoDate;
  const summer = Number(day.slice(5, 7)) >= 3 && Number(day.slice(5, 7)) <= 9;
  const local = summer && at.slice(11, 13) === '23' ? addDays(day, 1) : day;
  return { at: at.replace('T', ' '), month: startOfMonth(local) };
}

function required(text: string | null, column: string): string {
  if (text !== null) return text;
  throw new RowFault(column, `no ${column} of search`);
}

/** Our label; one that we do not know stays as published, and is counted. */
function relabelled(text: string | null, labels: ReadonlyMap<string, string>, tally: Tally): string | null {
  if (text === null) return null;
  const label = labels.get(text);
  if (label === undefined)
    tally.count('rows carry a label that catalogue/labels does not know; it is kept as published');
  return label ?? text;
}
