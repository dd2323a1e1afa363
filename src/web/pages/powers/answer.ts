import { formatFigure } from '../../../charts/index.ts';
import { spanInWords } from '../../../evidence/index.ts';
import { listOf } from '../../../foundation/list-of.ts';
import type { Measure } from '../../../measures/index.ts';
import { changeText } from '../measures/words.ts';
import type { Disparity } from './disparity.ts';
import type { Lens, LensRatio } from './lenses.ts';
import type { Outcome } from './outcomes.ts';
import { doneTo, type Power } from './power.ts';
import type { YearCounts } from './year-counts.ts';

/** How much, on whom and what comes of it, in two or three sentences. */
export function answerOf({
  measure,
  year,
  before,
  disparity,
  outcome,
  power,
}: {
  readonly measure: Measure;
  readonly year: YearCounts;
  readonly before: YearCounts | null;
  readonly disparity: Disparity | null;
  readonly outcome: Outcome | null;
  readonly power: Power;
}): string {
  const total = totalOf(year);
  const then = before === null ? null : totalOf(before);
  const months = year.months === 12 ? '' : ` (${year.months} of its 12 months are held)`;
  const change =
    then === null || then === 0 ? '' : `, ${changeText(total / then - 1, 'fraction')} on the year before`;
  return [
    `${measure.title}: ${formatFigure(total, 'count')} in ${spanInWords(year.from, year.to)}${months}${change}.`,
    disparity === null ? '' : disparitySentence(disparity, power.people),
    outcome === null
      ? ''
      : `${outcome.measure.title}: ${formatFigure(outcome.all.share, 'proportion', 1)} of ${power.people.noun}.`,
  ]
    .filter((text) => text !== '')
    .join(' ');
}

function totalOf({ rows }: YearCounts): number {
  return rows.reduce((sum, { events }) => sum + events, 0);
}

/** The plainest ratio for Black people, and its bounds: never one without the other. */
function disparitySentence({ lenses, counts, as }: Disparity, people: Power['people']): string {
  const lens = lenses.find(({ id }) => id === 'residents');
  const ratio = lens?.ratios.Black;
  const missing = formatFigure(counts.unknown / counts.all, 'proportion', 1);
  if (!lens || !ratio || ratio.ratio === null)
    return `Ethnicity is not recorded in ${missing}; no residents by ethnicity are held to divide by.`;
  const seen = as === 'officer' ? ', as officers saw them,' : '';
  const told =
    ratio.lower !== null && ratio.upper !== null && ratio.lower <= 1 && ratio.upper >= 1
      ? `Black people${seen} were ${doneTo(people, 'about as often as White people')} (${rangeText(ratio)})`
      : `Black people${seen} were ${doneTo(people, `${times(ratio.ratio)} as often as White people`)} (${rangeText(ratio)})`;
  const bounds = boundsText(lenses, missing);
  return `Counted against residents, ${told}${bounds}.`;
}

/** All powers in one sentence: how many times as often, and for how many it is not known. Null where nothing can be divided. */
export function ratiosAnswer(
  where: string,
  powers: readonly { readonly power: Power; readonly disparity: Disparity }[],
): string | null {
  const told = powers.flatMap(({ power, disparity: { lenses, counts } }) => {
    const ratio = lenses.find(({ id }) => id === 'residents')?.ratios.Black?.ratio ?? null;
    return ratio === null
      ? []
      : [
          {
            words: doneTo(power.people, times(ratio)),
            missing: `${formatFigure(counts.unknown / counts.all, 'proportion', 1)} of ${power.people.noun}`,
          },
        ];
  });
  if (told.length === 0) return null;
  return `In ${where}, counted against residents, Black people were ${listOf(
    told.map(({ words }) => words),
    6,
  )} as often as White people; ethnicity is not recorded in ${listOf(
    told.map(({ missing }) => missing),
    6,
  )}.`;
}

function boundsText(lenses: readonly Lens[], missing: string): string {
  const bounds = lenses.find(({ id }) => id === 'bounds')?.ratios.Black;
  if (!bounds || bounds.lower === null) return '';
  const upper = bounds.upper === null ? 'no limit' : ratioText(bounds.upper);
  return `; whatever the ethnicity of the ${missing} for whom it is not recorded, between ${ratioText(bounds.lower)} and ${upper} times`;
}

/** "3.2 times". */
function times(ratio: number): string {
  return `${ratioText(ratio)} times`;
}

/** A ratio as it is read: two figures below one, one decimal above. */
export function ratioText(ratio: number): string {
  return formatFigure(ratio, 'number', ratio < 0.995 ? 2 : ratio < 99.95 ? 1 : 0);
}

/** "3.1 to 3.3". */
export function rangeText({ lower, upper }: LensRatio): string {
  if (lower === null && upper === null) return 'no interval can be given';
  return `${lower === null ? 'no limit' : ratioText(lower)} to ${upper === null ? 'no limit' : ratioText(upper)}`;
}

/** The finding of the picture of shares. */
export function profileTitle({ counts, profile }: Disparity): string {
  const share = (profileName: 0 | 1): number | null =>
    profile.profiles[profileName]?.shares[profile.groups.indexOf('Black')]?.share ?? null;
  const [met, resident] = [share(0), share(1)];
  const missing = formatFigure(counts.unknown / counts.all, 'proportion', 1);
  if (met === null) return `Ethnicity is not recorded in ${missing}`;
  const people = resident === null ? '' : `, and ${formatFigure(resident, 'proportion', 1)} of residents`;
  return `Black people are ${formatFigure(met, 'proportion', 1)} of ${profile.profiles[0]?.name ?? 'them'}${people}; in ${missing} it is not recorded`;
}
