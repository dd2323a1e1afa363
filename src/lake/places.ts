/** How the points of a release were placed by the outlines held. Counts are rows. JSON of `scrutineer import` and of the releases. */
export interface Places {
  readonly rows: number;
  /** No coordinates. */
  readonly blank: number;
  readonly in_borough: number;
  readonly in_ward: number;
  /** Coordinates that lie in no borough or ward held. */
  readonly outside: number;
  /** Of `outside`: those that would lie in Great Britain if longitude and latitude changed places. */
  readonly swapped: number;
  /** Placed, but exactly on a border, and so by rule (see PlaceIndex). */
  readonly on_border: number;
  /** Placed in a borough, but in a ward of another one (outlines drawn with unlike care): they are given no ward. */
  readonly ward_elsewhere: number;
}

/**
 * What a reader must know of how points were placed, in sentences; nothing where all went well.
 * `inLondon`: whether the rows are of a force whose area the outlines cover, so that a point outside them is out of the ordinary.
 */
export function placesInWords(places: Places, inLondon: boolean): string[] {
  const { rows, blank, outside, swapped, on_border, ward_elsewhere } = places;
  if (!inLondon && places.in_borough === 0 && swapped === 0) return [];
  const away = outside - swapped;
  return [
    ...said(blank, rows, 'carry no coordinates and are placed nowhere'),
    ...(inLondon ? said(away, rows, 'lie outside every borough held and are placed in none') : []),
    ...(swapped === 0
      ? []
      : [
          `${share(swapped, rows)} seem to have longitude and latitude swapped; they are placed nowhere: correct the file and import it again.`,
        ]),
    ...said(on_border, rows, 'lie exactly on a border; they count for the area to its east, or to its north'),
    ...said(ward_elsewhere, rows, 'lie in a borough but in a ward of another; they are given no ward'),
  ];
}

/** All counts of how points were placed, in one sentence. */
export function placesCounted(places: Places): string {
  const number = (count: number): string => count.toLocaleString('en-GB');
  return `Of ${number(places.rows)} rows ${number(places.in_borough)} lie in a borough and ${number(places.in_ward)} in a ward; ${number(places.blank)} carry no coordinates, ${number(places.outside)} lie outside (${number(places.swapped)} with longitude and latitude swapped, it seems), ${number(places.on_border)} exactly on a border and ${number(places.ward_elsewhere)} in a ward of another borough.`;
}

function said(count: number, rows: number, what: string): string[] {
  return count === 0 ? [] : [`${share(count, rows)} ${what}.`];
}

function share(count: number, rows: number): string {
  const percent = (count / rows) * 100;
  const shown = percent < 0.1 ? 'less than 0.1' : percent.toFixed(1);
  return `${count.toLocaleString('en-GB')} of ${rows.toLocaleString('en-GB')} rows (${shown} %)`;
}
