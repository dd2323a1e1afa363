import type { Side, Variation } from '../../../charts/index.ts';
import type { Html } from '../html.ts';
import { type MarkProps, MarkedWords } from '../mark/mark.tsx';

export interface VariationMarkProps {
  /** What the latest values show against their own past; null when it cannot be said. */
  readonly variation: Variation | null;
  /** Which way a special cause went. */
  readonly side?: Side | undefined;
}

/** The variation of a measure as mark and words: "▼ Improvement, falling". The marks are those of the charts. */
export function VariationMark({ variation, side = 'up' }: VariationMarkProps): Html {
  const { words, ...mark } = look(variation, side);
  return <MarkedWords {...mark}>{words}</MarkedWords>;
}

const WITHOUT_SIDE: Readonly<Record<'high' | 'low' | 'none', MarkProps & { readonly words: string }>> = {
  high: { shape: 'diamond', tone: 'neutral', words: 'Unusually high' },
  low: { shape: 'diamond', tone: 'neutral', words: 'Unusually low' },
  none: { shape: 'circle', tone: 'common', words: 'Usual range' },
};

function look(variation: Variation | null, side: Side): MarkProps & { readonly words: string } {
  if (variation === null) return { shape: 'hatched', tone: 'common', words: 'Not available' };
  if (variation !== 'concern' && variation !== 'improvement') return WITHOUT_SIDE[variation];
  const name = variation === 'concern' ? 'Concern' : 'Improvement';
  return {
    shape: `triangle-${side}`,
    tone: variation,
    words: `${name}, ${side === 'up' ? 'rising' : 'falling'}`,
  };
}
