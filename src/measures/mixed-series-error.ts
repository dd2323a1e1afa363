import { ScrutineerError } from '../foundation/errors.ts';

/** What was asked for as one series was measured in several ways, and is no series. */
export class MixedSeriesError extends ScrutineerError {
  override readonly name = 'MixedSeriesError';
}
