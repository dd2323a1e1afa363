import type { Observation } from '../measures/index.ts';

const MOST = 5;

/** What to say of observations whose data fail a check: a sentence for each thing seen, the latest first. */
export function doubtCaveats(observations: readonly Observation[]): string[] {
  const said = new Set(
    observations
      .toReversed()
      .flatMap(({ doubts }) =>
        (doubts ?? []).map(({ seen, left_out: leftOut }) =>
          leftOut
            ? `Left out, because its data fail a check: ${seen}`
            : `In doubt, because its data fail a check: ${seen}`,
        ),
      ),
  );
  const more = said.size - MOST;
  return [
    ...[...said].slice(0, MOST),
    ...(more > 0 ? [`${more} more checks fail; \`scrutineer check-data\` lists them.`] : []),
  ];
}
