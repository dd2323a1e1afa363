import powers from './powers.json' with { type: 'json' };

/** What is shown of a power: ids of measures of the catalogue, and what they are split by. */
export interface Power {
  readonly id: string;
  readonly title: string;
  /** The measure that counts its use. */
  readonly count: string;
  /** What it is used for: splits of a measure. */
  readonly what: { readonly measure: string; readonly splits: readonly string[] };
  /** The measure whose records are of people (its denominator where it is a share), what they are, and its splits by ethnicity. */
  readonly people: {
    readonly measure: string;
    readonly noun: string;
    readonly verb: string;
    /** What follows how often: "searched 6.0 times as often under section 60". */
    readonly under?: string;
    readonly self?: string;
    readonly officer?: string;
  };
  /** Shares that say what comes of it. */
  readonly outcomes: readonly string[];
  /** Published rates per 1,000 of each group. */
  readonly published?: { readonly measure: string; readonly split: string };
  /** Records without a person: a split and the group that they are. */
  readonly noPerson?: { readonly split: string; readonly group: string };
  /** Measures that say more of it. */
  readonly also: readonly string[];
  /** The set of records whose completeness is shown beside it. */
  readonly set: string | null;
}

/** "searched 6.0 times under section 60". */
export function doneTo({ verb, under }: Power['people'], howOften = ''): string {
  return [verb, howOften, under ?? ''].filter((words) => words !== '').join(' ');
}

export const POWERS: readonly Power[] = powers;
