/** API answers for the areas of one month, packed by a person: `…/crime_month_2018_06_area_E05000128_0.json`. */
export const AREA_ANSWER = /(?:^|\/)crime_month_(\d{4})_(\d{2})_area_([A-Z]\d{8})(?:_\d+)?\.json$/;

/**
 * Whether the members of a ZIP make one publication together, and are to be read together: the areas of one month (the same
 * crime stands in two areas that share a border), or the parts of a shapefile. Members of any other ZIP stand for themselves.
 */
export function isOnePublication(members: readonly string[]): boolean {
  if (members.length === 0) return false;
  return members.every((name) => AREA_ANSWER.test(name)) || isShapefile(members);
}

/** Whether the members of a ZIP are one shapefile: outlines (.shp), their names (.dbf) and their coordinate system (.prj). */
export function isShapefile(members: readonly string[]): boolean {
  const shapes = members.filter((name) => name.toLowerCase().endsWith('.shp'));
  const [shape] = shapes;
  if (shapes.length !== 1 || shape === undefined) return false;
  const stem = shape.slice(0, -4).toLowerCase();
  const names = new Set(members.map((name) => name.toLowerCase()));
  return [...names].every((name) => name.startsWith(`${stem}.`)) && names.has(`${stem}.dbf`);
}
