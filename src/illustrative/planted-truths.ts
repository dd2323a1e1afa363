import type { DemoPlan } from './demo-plan.ts';
import { MARK } from './output/mark.ts';
import type { SearchFacts } from './searches/search-facts.ts';
import type { Places } from './world/places.ts';
import type { Planted } from './world/planted.ts';

/** One thing hidden in the files: what is true, and what to ask to find it. */
export interface PlantedTruth {
  readonly id: string;
  readonly what: string;
  readonly truth: Readonly<Record<string, string | number | readonly string[]>>;
  /** A command that should find it, to be run in the folder of the workspace. */
  readonly ask: string;
  /** What to know before marking an answer. */
  readonly note?: string;
}

interface World {
  readonly planted: Planted;
  readonly searches: SearchFacts;
  readonly places: Places;
}

const percent = (share: number): string => `${Math.round(100 * Math.abs(share))}%`;

/** What is hidden in the files of a plan; nothing where nothing is planted. */
export function plantedTruths(plan: DemoPlan, { planted, searches, places }: World): readonly PlantedTruth[] {
  if (!plan.planted) return [];
  const { robbery, trust, lowest_trust, series_break, publication_gap, part_published, revision } = planted;
  const { handcuffs, victims, homicide, supplier, calls_999, digital, taser } = planted;
  const [white, black] = [group(searches, 'White'), group(searches, 'Black')];
  const missing = victims.channels.reduce((sum, { share, not_recorded }) => sum + share * not_recorded, 0);
  const notStated = notStatedShare(searches, places);
  return [
    {
      id: 'robbery-bends',
      what: `Robbery of personal property in London rises by ${percent(robbery.by)} in ${robbery.rises} and falls by ${percent(robbery.by_then)} in ${robbery.bends}, in every borough alike.`,
      truth: { rises: robbery.rises, by: robbery.by, bends: robbery.bends, by_then: robbery.by_then },
      ask: 'scrutineer ask trend robbery --area "Metropolitan Police"',
      note: 'Business robbery, a tenth of the whole, does not change. At the meeting of 31 August 2023 the fall was five months old.',
    },
    {
      id: 'trust-falls',
      what: `Trust falls by ${percent(trust.by)} of people in ${trust.borough} between ${trust.falls_from} and ${trust.falls_until}, and in no other borough.`,
      truth: { borough: trust.borough, by: trust.by, from: trust.falls_from, until: trust.falls_until },
      ask: `scrutineer ask trend trust --area "${trust.borough}" --as-known-on 2023-08-31`,
      note: 'Published figures cover a year each, so the fall shows whole only a year after it ended.',
    },
    {
      id: 'lowest-trust',
      what: `Trust is lower by ${percent(lowest_trust.by)} of people in ${lowest_trust.boroughs.join(' and ')} in every year.`,
      truth: { boroughs: lowest_trust.boroughs, by: lowest_trust.by },
      ask: `scrutineer ask rank trust --area-type borough --lowest "${lowest_trust.boroughs.join(',')}" --until ${trust.falls_from}-01`,
      note: `From 2023 on ${trust.borough} is lower still.`,
    },
    {
      id: 'victims-ethnicity',
      what: `Ethnicity is not recorded for ${percent(missing)} of victims. Whether it is depends on how the crime was reported, and on nothing else.`,
      truth: {
        share: Number(missing.toFixed(4)),
        ...Object.fromEntries(victims.channels.map(({ name, not_recorded }) => [name, not_recorded])),
      },
      ask: `scrutineer query "SELECT detail, sum(value) FILTER (WHERE ethnicity = 'Not recorded') / sum(value) AS missing FROM breakdown_current WHERE measure = 'Victims' GROUP BY 1"`,
    },
    {
      id: 'series-break',
      what: `Public fear, alarm or distress is counted by another rule from ${series_break.from}: ${percent(series_break.by)} fewer, though nothing happened in the world.`,
      truth: { offence: 'Public fear, alarm or distress', from: series_break.from, by: series_break.by },
      ask: `scrutineer query --csv "SELECT month AS date, sum(count) AS value FROM crime_count_current WHERE offence = 'Public fear, alarm or distress' GROUP BY 1 ORDER BY 1" > fear.csv; scrutineer analyse breaks fear.csv`,
      note: 'No catalogue says so: it is to be found from the figures.',
    },
    {
      id: 'disparity',
      what: `Black people are searched ${(black.per_1000 / white.per_1000).toFixed(1)} times as often as white people, for each resident. Of those who are searched, black people less often say how they describe themselves.`,
      truth: {
        ratio: black.per_1000 / white.per_1000,
        black_not_stated: black.not_stated,
        white_not_stated: white.not_stated,
        all_not_stated: Number(notStated.toFixed(4)),
      },
      ask: 'scrutineer series stop-and-search --by self-defined-ethnic-group --every year',
      note: 'Among those who say, the ratio comes out too low; bounds over those who do not say must hold the truth.',
    },
    {
      id: 'find-rates',
      what: `A search finds something in ${percent(black.found)} of searches of black people and ${percent(white.found)} of white people.`,
      truth: { black: black.found, white: white.found },
      ask: 'scrutineer series stop-and-search-outcome-rate --by self-defined-ethnic-group --every year',
      note: 'Arrests that follow a search that found nothing are counted as outcomes too: 4 in 100.',
    },
    {
      id: 'handcuffs-and-searches',
      what: `Of handcuffed searches from ${handcuffs.from} to ${handcuffs.to}, ${percent(1 - handcuffs.no_return)} have a return of handcuffs used, without a common number and with some keys blank or wrong; ${percent(handcuffs.no_search)} of returns are of no search. Handcuffed in truth: ${percent(black.handcuffed)} of black people searched, ${percent(white.handcuffed)} of white.`,
      truth: {
        no_return: handcuffs.no_return,
        no_search: handcuffs.no_search,
        black: black.handcuffed,
        white: white.handcuffed,
      },
      ask: 'scrutineer analyse link linking/handcuff-returns.csv --with linking/searches.csv --keys date,hour,borough,age,gender,ethnicity,object --truth search',
      note: 'The column `search` of both files is the truth: no linking may use it as a key.',
    },
    {
      id: 'gap-in-publication',
      what: `${publication_gap.force} publishes no searches from ${publication_gap.from} to ${publication_gap.to}, though searching went on; the Metropolitan Police publishes ${percent(part_published.share)} of those of ${part_published.month}.`,
      truth: {
        force: publication_gap.force,
        from: publication_gap.from,
        to: publication_gap.to,
        part: part_published.month,
        share: part_published.share,
      },
      ask: 'scrutineer series stop-and-search --every month --from 2022-10 --to 2023-02',
      note: 'A gap in publication is no fall.',
    },
    {
      id: 'recorded-late',
      what: `The edition of August 2023 lacks ${percent(revision.missing_at_first)} of the personal robberies of its last ${revision.months} months, which were recorded later.`,
      truth: { months: revision.months, missing_at_first: revision.missing_at_first },
      ask: 'scrutineer ask what-changed robbery --since 2023-08-31',
    },
    {
      id: 'homicide',
      what: `Black people are victims of homicide ${homicide.Black} times as often as others, for each resident.`,
      truth: { ratio: homicide.Black / homicide.others },
      ask: 'scrutineer series homicide --by ethnicity --every year',
      note: 'At a small scale a year has few victims: the interval is wide.',
    },
    {
      id: 'answering-999',
      what: `From ${calls_999.from} ${percent(calls_999.by)} more of all 999 calls are answered in under 10 seconds.`,
      truth: { from: calls_999.from, by: calls_999.by },
      ask: `scrutineer query "SELECT period_from, sum(value) FILTER (WHERE measure LIKE '%under 10 seconds') / sum(value) FILTER (WHERE measure = '999 calls answered') AS soon FROM breakdown_current GROUP BY 1 ORDER BY 1"`,
    },
    {
      id: 'telephone-and-digital',
      what: `Victims dealt with by the telephone and digital unit are less often satisfied, by ${percent(digital.below)} of people; since its script changed in ${digital.script_changed}, by ${percent(digital.below - digital.narrows)}.`,
      truth: { below: digital.below, script_changed: digital.script_changed, narrows: digital.narrows },
      ask: `scrutineer query "SELECT source, date, value, standard_error FROM survey_estimate_current WHERE question = 'whole experience' ORDER BY 2, 1"`,
    },
    {
      id: 'taser-not-reviewed',
      what: `All but ${taser.not_reviewed} of the uses of Taser on children in 2023 were reviewed: "every one was" is false.`,
      truth: { not_reviewed: taser.not_reviewed },
      ask: `scrutineer query "SELECT measure, sum(value) AS uses FROM breakdown_current WHERE measure LIKE 'Taser uses on children%' GROUP BY 1"`,
    },
    {
      id: 'supplier',
      what: `A supplier's system was down in ${supplier.month}: the return of calls to 101 lacks the month.`,
      truth: { month: supplier.month },
      ask: `scrutineer query "SELECT period_from FROM breakdown_current WHERE measure = '101 calls' ORDER BY 1"`,
    },
  ];
}

/** The truths as JSON. */
export function truthsJson(plan: DemoPlan, truths: readonly PlantedTruth[]): string {
  return `${JSON.stringify({ illustrative: true, said: `${MARK}: all of this is made up.`, ...plan, truths }, null, 2)}\n`;
}

/** The truths as a page to read. */
export function truthsPage({ scale, seed }: DemoPlan, truths: readonly PlantedTruth[]): string {
  const parts = truths.map(
    ({ id, what, ask, note }) =>
      `## ${heading(id)}\n\n${what}${note === undefined ? '' : ` ${note}`}\n\n    ${ask}\n`,
  );
  const none = 'Nothing is planted: no place differs from another and nothing changes, save by chance.\n';
  return [
    `# ${MARK}: what is hidden in it\n`,
    `Everything here is made up (scale ${scale}, seed ${seed}); only the layouts and the names of places are real. Each truth stands with what to ask to find it. Commands take \`--workspace\` with the folder in which this page lies.\n`,
    ...(truths.length === 0 ? [none] : parts),
  ].join('\n');
}

/** "robbery-bends" as a heading. */
function heading(id: string): string {
  const words = id.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function group({ groups }: SearchFacts, name: string): SearchFacts['groups'][number] {
  const found = groups.find((each) => each.name === name);
  if (!found) throw new TypeError(`searches.yaml has no group "${name}"`);
  return found;
}

/** Share of all searches in London of people who do not say how they describe themselves. */
function notStatedShare({ groups }: SearchFacts, { boroughs }: Places): number {
  let [missing, all] = [0, 0];
  for (const borough of boroughs) {
    for (const { name, per_1000, not_stated } of groups) {
      const searches = borough.people * (borough.mix[name] ?? 0) * per_1000;
      all += searches;
      missing += searches * not_stated;
    }
  }
  return missing / all;
}
