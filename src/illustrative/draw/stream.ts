import { seededRandom, type Random } from '../../statistics/index.ts';

/**
 * A stream of random numbers of its own for everything that is made: the counts of a borough and month, the rows of a file.
 * Each depends on the seed and its name alone, so that nothing changes when something else is made more, less or in another order.
 */
export function streamFor(seed: number, name: string): Random {
  return seededRandom(hash(`${seed}/${name}`));
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
