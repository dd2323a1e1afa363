/**
 * Whether a split is into groups of people, or into parts of the area with people of their own: fewer than the residents of the
 * area. A rate of such a group may not be divided by all of them. (A split by offence or by power may.)
 */
export function isOfPeople(split: string): boolean {
  return /ethnic|^(age|gender|sex|ward)$/.test(split);
}

/** What a reader is told where a rate by such a group was asked for. */
export function noRateOf(split: string): string {
  return `No rate is given by ${split.replaceAll('-', ' ')} where only the number of all residents is known: it would divide a part by the whole. The counts stand.`;
}
