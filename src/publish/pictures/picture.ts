import type { Chart } from '../../charts/index.ts';
import type { EvidenceContext, Finding, Question } from '../../evidence/index.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';
import type { Vintage } from '../../lake/vintages.ts';

/** A chart that can be laid out for any width of screen or paper. Each layout needs an id of its own on the page. */
export type Picture = (layout: { readonly id: string; readonly width: number }) => Chart;

/** A finding to be drawn, with what it was answered from. */
export interface Pictured {
  readonly context: EvidenceContext;
  readonly question: Question;
  readonly finding: Finding;
  /** The vintage that answered: the picture is of the same figures. */
  readonly vintage: Vintage;
  /** Day of the meeting whose record is judged; a rule parts what came before from what came since. */
  readonly meeting?: IsoDate | undefined;
  /** For paper: of many areas only those that matter most to the answer, and it is said how many are left out. */
  readonly brief?: boolean | undefined;
  /** Prints the band of made-up data across the picture. */
  readonly illustrative: boolean;
}
