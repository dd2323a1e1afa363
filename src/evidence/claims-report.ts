import type { CheckedClaim, Claim, Judgement } from './check-claim.ts';
import type { ClaimState, Verdict } from './claim-state.ts';
import type { Finding } from './finding.ts';

/** One side of a claim in the JSON of `scrutineer claims`. */
export interface PublicJudgement extends Pick<
  Finding,
  'sentence' | 'numbers' | 'caveats' | 'from' | 'to' | 'inputs'
> {
  readonly verdict: Verdict;
}

/** A claim in the JSON of `scrutineer claims`. State and verdicts are null until it is checked. */
export interface PublicClaim {
  readonly id: string;
  readonly record: string;
  readonly paragraph: string;
  readonly text: string;
  readonly kind: string;
  readonly question: string | null;
  readonly state: ClaimState | null;
  readonly data_revised: boolean;
  readonly then: PublicJudgement | null;
  readonly now: PublicJudgement | null;
  /** The published data that a check would need, where there is no question. */
  readonly needs: string | null;
}

/** A claim with its name and what it lacks, as the record keeps it. */
export interface NamedClaim extends Claim {
  readonly id: string;
  readonly needs: string | null;
}

/** A claim as others script against it. */
export function toPublicClaim(claim: NamedClaim, checked: CheckedClaim | null): PublicClaim {
  const { id, record, paragraph, text, kind, question, needs } = claim;
  return {
    id,
    record,
    paragraph,
    text,
    kind,
    question,
    state: checked?.state ?? null,
    data_revised: checked?.dataRevised ?? false,
    then: publicJudgement(checked?.then ?? null),
    now: publicJudgement(checked?.now ?? null),
    needs,
  };
}

function publicJudgement(judgement: Judgement | null): PublicJudgement | null {
  if (!judgement) return null;
  const { sentence, numbers, caveats, from, to, inputs } = judgement.finding;
  return { verdict: judgement.verdict, sentence, numbers, caveats, from, to, inputs };
}
