import type { EvidenceContext } from './context.ts';
import type { Lake } from '../lake/lake.ts';
import { measureSummary, summarisedMeasures, type MeasureSummary } from './measure-summary.ts';

const BOARDS = new WeakMap<Lake, MeasureBoard>();

/**
 * Sums up measures and remembers the answers for as long as the lake stays as it is, so that a page that shows all of
 * them costs nothing the second time.
 */
export class MeasureBoard {
  readonly #context: EvidenceContext;
  #version = '';
  #summaries = new Map<string, Promise<MeasureSummary>>();

  constructor(context: EvidenceContext) {
    this.#context = context;
  }

  /** The one board of a lake, so that all who show measures share what was worked out. */
  static of(context: EvidenceContext): MeasureBoard {
    const board = BOARDS.get(context.lake) ?? new MeasureBoard(context);
    BOARDS.set(context.lake, board);
    return board;
  }

  /** One measure in one area. */
  async summary(measure: string, area: string): Promise<MeasureSummary> {
    const version = this.#context.lake.version();
    if (version !== this.#version) {
      this.#summaries = new Map();
      this.#version = version;
    }
    const key = `${measure}\u0000${area}`;
    const known = this.#summaries.get(key);
    if (known) return known;
    const asked = measureSummary(this.#context, measure, area);
    this.#summaries.set(key, asked);
    // A fault is not remembered: the next reader asks again.
    asked.catch(() => this.#summaries.delete(key));
    return asked;
  }

  /** All measures of the catalogue in one area, in the order of the catalogue. */
  async all(area: string): Promise<readonly MeasureSummary[]> {
    return Promise.all(summarisedMeasures(this.#context).map(({ id }) => this.summary(id, area)));
  }
}
