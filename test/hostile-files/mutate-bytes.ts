import type { Random } from '../../src/statistics/random.ts';

/** A change of a file's bytes: the same for the same random numbers. */
export type ByteChange = (bytes: Buffer, random: Random) => Buffer;

/** What a disk, a line or a bad program does to bytes, whatever they mean. */
export const BYTE_CHANGES: Readonly<Record<string, ByteChange>> = {
  'bits flipped': (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let times = 1 + random.below(8); times > 0; times--) {
      const at = random.below(changed.length);
      changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
    }
    return changed;
  },
  'bytes replaced': (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let times = 1 + random.below(16); times > 0; times--)
      changed[random.below(changed.length)] = random.below(256);
    return changed;
  },
  'cut short': (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  'beginning lost': (bytes, random) => bytes.subarray(random.below(bytes.length)),
  'stretch lost': (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  'stretch repeated': (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  'stretch of zeros': (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    return Buffer.from(bytes).fill(0, from, to);
  },
  'noise put in': (bytes, random) => {
    const at = random.below(bytes.length);
    const noise = Buffer.from(Array.from({ length: 1 + random.below(64) }, () => random.below(256)));
    return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
  },
  'noise at the end': (bytes, random) =>
    Buffer.concat([
      bytes,
      Buffer.from(Array.from({ length: 1 + random.below(200) }, () => random.below(256))),
    ]),
  'blocks exchanged': (bytes, random) => {
    const [a, b] = [random.below(bytes.length), random.below(bytes.length)].toSorted((x, y) => x - y);
    return Buffer.concat([bytes.subarray(b), bytes.subarray(a, b), bytes.subarray(0, a)]);
  },
};

/** Beginning and end of a stretch somewhere in some bytes. */
function stretch(bytes: Buffer, random: Random): [from: number, to: number] {
  const from = random.below(bytes.length);
  return [from, Math.min(bytes.length, from + 1 + random.below(1 + Math.floor(bytes.length / 4)))];
}
