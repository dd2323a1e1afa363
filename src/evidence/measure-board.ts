import { WatchedMemo } from '../lake/watched-memo.ts';
import type { Lake } from '../lake/lake.ts';
import type { EvidenceContext } from './context.ts';
import { measureSummary, summarisedMeasures, type MeasureSummary } from './measure-summary.ts';

const BOARDS = new WeakMap<Lake, MeasureBoard>();

/**
 * Sums up measures and remembers the answers, so that a page that shows all of them costs nothing the second time. After an
 * import, only the measures that rest on something that changed are summed up again.
 */
export class MeasureBoard {
  readonly #context: EvidenceContext;
  readonly #summaries: WatchedMemo<MeasureSummary>;

  constructor(context: EvidenceContext) {
    this.#context = context;
    this.#summaries = new WatchedMemo(context.lake);
  }

  /** The one board of a lake, so that all who show measures share what was worked out. */
  static of(context: EvidenceContext): MeasureBoard {
    const board = BOARDS.get(context.lake) ?? new MeasureBoard(context);
    BOARDS.set(context.lake, board);
    return board;
  }

  /** How many summaries were worked out so far, and how many were found to hold after a change of the lake. */
  get work(): WatchedMemo<MeasureSummary>['work'] {
    return this.#summaries.work;
  }

  /** One measure in one area. */
  async summary(measure: string, area: string): Promise<MeasureSummary> {
    return this.#summaries.get(`${measure}\u0000${area}`, async () =>
      measureSummary(this.#context, measure, area),
    );
  }

  /** All measures of the catalogue in one area, in the order of the catalogue. */
  async all(area: string): Promise<readonly MeasureSummary[]> {
    return Promise.all(summarisedMeasures(this.#context).map(({ id }) => this.summary(id, area)));
  }
}
