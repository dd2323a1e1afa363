import type { ChartHead } from '../chart.ts';
import type { Unit } from '../words/unit.ts';

/** A figure for each London borough, laid out roughly as they lie. */
export interface BoroughTilesInput extends ChartHead {
  readonly subject: string;
  readonly unit: Unit;
  /** By canonical name; boroughs that are not named are drawn as not available. */
  readonly areas: readonly {
    readonly name: string;
    readonly value: number | null;
    readonly highlighted?: boolean | undefined;
  }[];
  readonly notes?: readonly string[] | undefined;
}
