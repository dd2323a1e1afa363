/** A label that wants to stand at a height, and how much room it takes. */
export interface LabelWish {
  /** Where its middle would best be. */
  readonly at: number;
  readonly height: number;
  /** When room is short the lowest go first. */
  readonly importance: number;
}

export interface PlacedLabel<T extends LabelWish> {
  readonly wish: T;
  /** Where its middle stands. */
  readonly at: number;
}

/**
 * Labels along a line, none overlapping, all between `from` and `to`, each as near to its wish as the others allow
 * (pooled adjacent blocks: the least-squares answer for a fixed order). Those that cannot fit are left out, least
 * important first.
 */
export function placeLabels<T extends LabelWish>(
  wishes: readonly T[],
  from: number,
  to: number,
  gap = 2,
): PlacedLabel<T>[] {
  const kept = fitting(wishes, to - from, gap).toSorted((a, b) => a.at - b.at);
  const blocks: { members: T[]; top: number; height: number }[] = [];
  for (const wish of kept) {
    let block = { members: [wish], top: wish.at - wish.height / 2, height: wish.height };
    block.top = clamp(block.top, from, to - block.height);
    for (
      let above = blocks.at(-1);
      above && above.top + above.height + gap > block.top;
      above = blocks.at(-1)
    ) {
      blocks.pop();
      block = pooled([...above.members, ...block.members], from, to, gap);
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ members, top }) => {
    let y = top;
    return members.map((wish) => {
      const at = y + wish.height / 2;
      y += wish.height + gap;
      return { wish, at };
    });
  });
}

function fitting<T extends LabelWish>(wishes: readonly T[], room: number, gap: number): T[] {
  const kept: T[] = [];
  let used = -gap;
  for (const wish of wishes.toSorted((a, b) => b.importance - a.importance)) {
    if (used + gap + wish.height > room) continue;
    used += gap + wish.height;
    kept.push(wish);
  }
  return kept;
}

function pooled<T extends LabelWish>(
  members: T[],
  from: number,
  to: number,
  gap: number,
): { members: T[]; top: number; height: number } {
  let offset = 0;
  let sum = 0;
  for (const { at, height } of members) {
    sum += at - height / 2 - offset;
    offset += height + gap;
  }
  const height = offset - gap;
  return { members, top: clamp(sum / members.length, from, to - height), height };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
