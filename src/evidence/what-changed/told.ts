import { listOf } from '../../foundation/list-of.ts';
import { areaInWords, dateInWords, lowerFirst, monthInWords, spanInWords, valueInWords } from '../words.ts';
import { isChanged } from './figures.ts';
import { signed } from './signed.ts';
import type { Changed } from './changed.ts';

/** Parts named in a sentence; the tables hold them all. */
const MOST_NAMED = 4;

/** The answer: the latest figure then and now with what makes up the difference, and how much of the past reads otherwise. */
export function sentenceOf(changed: Changed): string {
  const { measure, area, latest } = changed;
  const head = `${measure.title} in ${areaInWords(area)}`;
  const past = pastOf(changed);
  if (latest === null) return `${head}: ${lowerFirst(past)}`;
  const { then, now, split, world } = latest;
  const known = `${valueInWords(measure, then.value)} in ${spanInWords(then.from, then.to)} as known on ${dateInWords(changed.since)}`;
  const definition = split.recipe + split.feed;
  const difference = now.value - then.value;
  if (now.to === then.to && now.from === then.from) {
    const reads =
      difference === 0
        ? 'and the same now'
        : `${valueInWords(measure, now.value)} for the same time as known ${whenNow(changed)}`;
    return `${head}: ${known}, ${reads}.${difference === 0 ? '' : ` The difference of ${signed(measure, difference)} is made up of ${signed(measure, definition)} from the definition and ${signed(measure, split.data)} from revised data.`} ${past}`;
  }
  return `${head}: ${known}, ${valueInWords(measure, now.value)} in ${spanInWords(now.from, now.to)} as known ${whenNow(changed)}. The difference of ${signed(measure, difference)} is made up of ${signed(measure, definition)} from the definition, ${signed(measure, split.data)} from revised data and ${signed(measure, world)} from the world, which is to say from time passing. ${past}`;
}

function whenNow({ until }: Changed): string {
  return until === null ? 'now' : `on ${dateInWords(until)}`;
}

function pastOf({ measure, common, total }: Changed): string {
  const what = common.every(({ from, to }) => from.slice(0, 7) === to.slice(0, 7)) ? 'month' : 'figure';
  const changed = common.filter(isChanged).length;
  const known = `${common.length.toLocaleString('en-GB')} ${what}${common.length === 1 ? '' : 's'} known then`;
  if (changed === 0) return `None of the ${known} reads differently now.`;
  const sum =
    total === null
      ? ''
      : `, by ${signed(measure, total.now - total.then)} in all${total.then === 0 ? '' : ` (${share(total.now - total.then, total.then)} of ${valueInWords(measure, total.then)})`}`;
  return `Of the ${known}, ${changed.toLocaleString('en-GB')} read${changed === 1 ? 's' : ''} differently now${sum}.`;
}

/** What a careful reader must know: why the publisher's figures moved, how the parts relate to the whole, and what is not known. */
export function caveatsOf(changed: Changed): string[] {
  return [
    ...reasonsInWords(changed),
    ...areasInWords(changed),
    ...groupsInWords(changed),
    ...ratesInWords(changed),
    ...recipesInWords(changed),
    ...timeInWords(changed),
    ...(changed.bounded
      ? [
          'The files do not say on which day they were published. Each is taken to be out on the day after the last that it covers, the first on which it can have been.',
        ]
      : []),
    changed.measure.standing,
  ];
}

function reasonsInWords({ reasons, common, areas }: Changed): string[] {
  if (!common.some(({ split }) => split !== null && split.data !== 0)) return [];
  if (reasons.length === 0)
    return [
      'No change in how the publisher counts is known between the two publications: late records, corrections and reclassified offences are the usual causes.',
    ];
  return [
    ...reasons.map(
      ({ date, reason, status, reaches }) =>
        `Known to have changed in what the publisher counts, from ${monthInWords(date)}${status === 'unconfirmed' ? ' (unconfirmed)' : ''}: ${reason.trim()}${reaches === 'parts' && areas !== null ? ' This moves figures between the areas within; the total is the same either way.' : ''}`,
    ),
    'How much of the revision each of these made is not published; late records and corrections are in it too.',
  ];
}

function areasInWords({ measure, area, areas, total, whole }: Changed): string[] {
  const say = (value: number): string => signed(measure, value);
  const told: string[] = [];
  if (areas !== null && total !== null && areas.figures.length > 0) {
    const named = areas.parts
      .slice(0, MOST_NAMED)
      .map(({ name, data_revised }) => `${name} ${say(data_revised)}`);
    const sum = total.data - areas.elsewhere;
    told.push(
      `Revised most within it: ${listOf(named)}. ${
        areas.elsewhere === 0
          ? `The revisions of its areas add up to that of the whole, ${say(sum)}.`
          : `The revisions of its areas add up to ${say(sum)} and that of the whole is ${say(total.data)}: the other ${say(areas.elsewhere)} stand against no area within it, such as airports and offences whose place is not known.`
      }`,
    );
  }
  if (whole !== null && total !== null && total.data !== 0)
    told.push(
      `For the same time the figure for all of ${areaInWords(whole.area)} was revised by ${say(whole.data_revised)}, and that for ${area} by ${say(total.data)}.`,
    );
  return told;
}

function groupsInWords({ measure, groups }: Changed): string[] {
  if (groups === null) return [];
  const moved = groups.parts.filter(({ given, data_revised }) => given === 'both' && data_revised !== 0);
  const gone = groups.parts.filter(({ given }) => given === 'then').map(({ name }) => name);
  const come = groups.parts.filter(({ given }) => given === 'now').map(({ name }) => name);
  const by = groups.by.replaceAll('-', ' ');
  return [
    ...(moved.length === 0
      ? []
      : [
          `Revised most by ${by}: ${listOf(moved.slice(0, MOST_NAMED).map(({ name, data_revised }) => `${name} ${signed(measure, data_revised)}`))}.`,
        ]),
    ...(gone.length + come.length === 0
      ? []
      : [
          `Categories were renamed, split or joined: ${[
            ...(gone.length === 0 ? [] : [`no longer given: ${listOf(gone, MOST_NAMED)}`]),
            ...(come.length === 0 ? [] : [`given only now: ${listOf(come, MOST_NAMED)}`]),
          ].join('; ')}. Their rows in the table show the label moving, not offences.`,
        ]),
  ];
}

function ratesInWords({ measure, latest }: Changed): string[] {
  const parts = latest?.parts ?? null;
  if (parts === null) return [];
  const say = (value: number): string => signed(measure, value);
  return [
    `Of the ${say(parts.data.numerator + parts.data.denominator)} from revised data, ${say(parts.data.numerator)} comes from the count and ${say(parts.data.denominator)} from the population it is divided by; of the ${say(parts.world.numerator + parts.world.denominator)} from the world, ${say(parts.world.numerator)} and ${say(parts.world.denominator)}.`,
  ];
}

function recipesInWords({ since, recipes, series }: Changed): string[] {
  const { then, now, thenSince, certain, unusable } = recipes;
  const day = dateInWords(since);
  const known =
    thenSince === null
      ? `Which recipe was in use on ${day} is not known: this workspace keeps none. Today's is taken for it.`
      : certain
        ? null
        : `Which recipe was in use on ${day} is not known: this workspace keeps its recipes since ${dateInWords(thenSince)}, and the oldest is taken for it.`;
  const changed =
    then.version === now.version
      ? null
      : `The recipe changed from version ${then.version} to ${now.version}. Its effect is measured on the data of then; revised data are measured by today's recipe.`;
  return [
    ...(changed === null ? [] : [changed]),
    ...(known === null ? [] : [known]),
    ...(unusable ? ['The recipe of then no longer runs on this lake; today’s stands in for it.'] : []),
    ...(series.namedThen === series.namedNow || series.namedNow === 'none'
      ? []
      : [
          `Then the answer came from ${series.namedThen}, now it comes from ${series.namedNow}; what that makes is counted with the definition.`,
        ]),
  ];
}

function timeInWords({ latest, figures }: Changed): string[] {
  const withdrawn = figures.filter(
    ({ split, observations }) =>
      split === null && observations.then !== null && observations.then.value !== null,
  ).length;
  const overlap =
    latest !== null && latest.now.from !== latest.then.from && latest.now.from <= latest.then.to
      ? [`The two spans overlap: ${spanInWords(latest.now.from, latest.then.to)} is in both.`]
      : [];
  return [
    ...overlap,
    ...(withdrawn === 0
      ? []
      : [
          `${withdrawn} figure${withdrawn === 1 ? '' : 's'} known then ${withdrawn === 1 ? 'is' : 'are'} no longer given.`,
        ]),
    ...(latest !== null && latest.now.to !== latest.then.to
      ? [
          'The world is what is left when definition and revisions are taken out: what happened, and also how it was reported and recorded. Whether it is a change beyond chance is what trend answers.',
        ]
      : []),
  ];
}

function share(part: number, whole: number): string {
  const percent = (Math.abs(part) / whole) * 100;
  if (percent === 0) return '0%';
  return percent < 0.05 ? 'under 0.1%' : `${percent.toFixed(percent < 9.95 ? 1 : 0)}%`;
}
