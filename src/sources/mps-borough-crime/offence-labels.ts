import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../../foundation/read-yaml.ts';
import { LABELS_DIR, readLabels } from '../labels.ts';
import { foldLabel, labelLookup } from '../table/labels.ts';

export interface Offence {
  readonly group: string;
  readonly offence: string;
}

const wider = z.array(z.strictObject({ offence: z.string(), unless: z.string(), widened: z.string() }));

/**
 * Our names for the Metropolitan Police's offence labels, as they are meant in one file.
 * @param published every `MinorText` of the file: a label is wider in a release that lacks one of its parts
 * @returns a lookup that throws RowFault for an unknown label
 */
export function offenceLabels(published: Iterable<string>): (major: string, minor: string) => Offence {
  const group = labelLookup(readLabels('mps-offence-groups'));
  const offences = readLabels('mps-offences');
  const offence = labelLookup(offences);
  const folded = new Map([...offences].map(([label, name]) => [foldLabel(label), name]));
  const present = new Set([...published].map((label) => folded.get(foldLabel(label))));
  const rules = readYaml(join(LABELS_DIR, 'mps-wider-offences.yaml'), wider);
  return (major, minor) => {
    const name = offence(minor, 'MinorText');
    const rule = rules.find((each) => each.offence === name && !present.has(each.unless));
    return { group: group(major, 'MajorText'), offence: rule?.widened ?? name };
  };
}
