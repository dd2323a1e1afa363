import { readLabels } from '../labels.ts';
import { labelLookup } from '../table/labels.ts';

/** A group of a census in our words: its broad group, and its own name where it is a part of one. */
export interface CensusGroup {
  readonly broad: string;
  readonly name: string;
}

/** A lookup of census ethnic groups, broad ("White") or detailed ("White: Irish"). It throws RowFault for an unknown one. */
export function censusGroups(): (published: string, column: string) => CensusGroup {
  const broadOf = labelLookup(readLabels('census-ethnic-groups'));
  return (published, column) => {
    const colon = published.indexOf(':');
    const stem = broadOf(colon === -1 ? published : published.slice(0, colon), column);
    const part = colon === -1 ? '' : published.slice(colon + 1).trim();
    return { broad: stem.split(':', 1)[0] ?? stem, name: part === '' ? stem : `${stem}: ${part}` };
  };
}
