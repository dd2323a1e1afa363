import type { Random } from '../../src/statistics/random.ts';
import { seededRandom } from '../../src/statistics/random.ts';
import { BYTE_CHANGES } from './mutate-bytes.ts';
import { mutateJson } from './mutate-json.ts';
import { mutateText } from './mutate-text.ts';
import { mutateWorkbook } from './mutate-workbook.ts';
import type { SampleFile } from './sample-file.ts';

export interface Mutant {
  readonly change: string;
  readonly bytes: Buffer;
}

/** The changed copy of a sample with some number: always the same one. */
export function mutant(sample: SampleFile, number: number): Mutant {
  const random = seededRandom(hash(sample.source) + number);
  const first = changed(sample, random);
  // One in five suffers a second mishap.
  if (first.bytes.length < 2 || random.below(5) > 0) return first;
  const second = mutateBytes(first.bytes, random);
  return { change: `${first.change}, ${second.change}`, bytes: second.bytes };
}

function changed(sample: SampleFile, random: Random): Mutant {
  const bytesOnly = sample.form === 'other' || sample.form === 'parquet' || random.below(3) === 0;
  if (bytesOnly) return mutateBytes(sample.bytes, random);
  if (sample.form === 'json') return mutateJson(sample.bytes, random);
  if (sample.form === 'workbook') return mutateWorkbook(sample.bytes, random);
  return mutateText(sample.bytes, random);
}

function mutateBytes(bytes: Buffer, random: Random): Mutant {
  const names = Object.keys(BYTE_CHANGES);
  const change = names[random.below(names.length)] ?? '';
  return { change, bytes: Buffer.from(BYTE_CHANGES[change]?.(bytes, random) ?? bytes) };
}

function hash(text: string): number {
  return Array.from(text).reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7);
}
