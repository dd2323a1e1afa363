import type { ClaimState } from '../../evidence/index.ts';
import phrases from './state-phrases.json' with { type: 'json' };
import type { SheetClaim } from './sheet.ts';

/** How many statements are in a state, and the verb that says so: "4 hold", "1 was not borne out". */
export interface StateCount {
  readonly state: ClaimState;
  readonly count: number;
  readonly words: string;
}

/** The states that occur, in the order in which a reader should meet them. */
export function stateCounts(claims: readonly Pick<SheetClaim, 'state'>[]): StateCount[] {
  return (Object.keys(phrases) as ClaimState[]).flatMap((state) => {
    const count = claims.filter((claim) => claim.state === state).length;
    const { one, many } = phrases[state];
    return count === 0 ? [] : [{ state, count, words: `${count} ${count === 1 ? one : many}` }];
  });
}
