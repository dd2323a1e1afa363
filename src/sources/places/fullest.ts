/** An outline as it lies in the lake: GeoJSON geometry as text. */
export interface HeldOutline {
  readonly source: string;
  readonly year: number | null;
  readonly code: string;
  readonly geometry: string;
}

/** Of outlines from several publications those of the one that has most; of two as full, the finer; of two alike, the later. */
export function fullest<Row extends HeldOutline>(rows: readonly Row[]): readonly Row[] {
  const publications = Map.groupBy(rows, ({ source, year }) => `${source} ${year ?? ''}`);
  const [best] = [...publications.values()].toSorted(
    (a, b) =>
      distinct(b) - distinct(a) ||
      corners(b) - corners(a) ||
      (b[0]?.year ?? 0) - (a[0]?.year ?? 0) ||
      ((a[0]?.source ?? '') < (b[0]?.source ?? '') ? -1 : 1),
  );
  const seen = new Set<string>();
  return (best ?? []).filter(({ code }) => !seen.has(code) && seen.add(code));
}

function distinct(rows: readonly HeldOutline[]): number {
  return new Set(rows.map(({ code }) => code)).size;
}

function corners(rows: readonly HeldOutline[]): number {
  return rows.reduce((sum, { geometry }) => sum + geometry.split('],[').length, 0);
}
