import { figures } from './figures/figures.ts';
import { policeUkOutcomes } from './police-uk/outcomes.ts';
import { policeUkStopSearch } from './police-uk/stop-search.ts';
import { policeUkStreet } from './police-uk/street.ts';
import { querySources } from './query-sources.ts';
import { rowsSources } from './rows-sources.ts';
import type { Source } from './source.ts';
import { returns } from './templates/returns.ts';

/** Every format that Scrutineer knows. Recognition asks them in this order, and the first that knows a file has it. */
export const SOURCES: readonly Source[] = [
  policeUkStreet,
  policeUkOutcomes,
  policeUkStopSearch,
  ...rowsSources,
  ...querySources,
  ...returns,
  figures,
];
