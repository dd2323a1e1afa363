import { endOfMonth } from '../../foundation/iso-date.ts';
import { ALL_MONTHS, MONTHS, type DemoPlan } from '../demo-plan.ts';
import { choiceOf } from '../draw/choice.ts';
import { streamFor } from '../draw/stream.ts';
import type { FileSet, LineFile } from '../output/file-set.ts';
import { csv, REMARK } from '../output/mark.ts';
import type { Place } from '../world/places.ts';
import { indexOf, surveyEffect, type Planted } from '../world/planted.ts';
import type { SurveyFacts } from './survey-facts.ts';

const QUARTERS = MONTHS / 3;
/** A published figure covers so many quarters. */
const WINDOW = 4;

interface World {
  readonly plan: DemoPlan;
  readonly planted: Planted;
  readonly facts: SurveyFacts;
  readonly boroughs: readonly Place[];
}

/** Weighted yes and all, of one borough, quarter and question. */
interface Sum {
  yes: number;
  all: number;
}

/**
 * The Public Attitude Survey: each answer of each person asked (a file a year, long: a row for each question), and the shares that are
 * published of them by borough and for London, over the year that ends with each quarter.
 * @param editions folder of each published sheet and the last month that it holds
 */
export function writeSurvey(
  files: FileSet,
  world: World,
  editions: readonly { readonly folder: string; readonly last: string }[],
): void {
  const sums = new Map<string, Sum>();
  let file: LineFile | null = null;
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    const last = ALL_MONTHS[quarter * 3 + 2];
    if (last === undefined) continue;
    if (quarter % 4 === 0) {
      file?.close();
      file = files.open(
        `survey/${last.slice(0, 4)}-respondents.csv`,
        `${REMARK}\nsurvey,date,area,weight,stratum,cluster,question,answer`,
      );
    }
    for (const borough of world.boroughs) askBorough(world, borough, quarter, endOfMonth(last), file, sums);
  }
  file?.close();
  for (const edition of editions) writeSheets(files, world, sums, edition);
}

function askBorough(
  { plan, planted, facts }: World,
  borough: Place,
  quarter: number,
  date: string,
  file: LineFile | null,
  sums: Map<string, Sum>,
): void {
  const random = streamFor(plan.seed, `survey/${borough.name}/${quarter}`);
  const weightOf = choiceOf(Object.entries(facts.weights));
  const ageOf = choiceOf(Object.entries(facts.ages));
  const own = facts.questions.map((question) => {
    const sum: Sum = { yes: 0, all: 0 };
    sums.set(key(borough, question.id, quarter), sum);
    const share = question.share + surveyEffect(planted, plan, question.id, borough.name, quarter * 3 + 2);
    return { question, sum, share };
  });
  const shifts = Array.from(
    { length: facts.clusters },
    () => (2 * random.uniform() - 1) * facts.cluster_shift,
  );
  for (let person = 0; person < facts.asked_a_quarter; person++) {
    const cluster = person % facts.clusters;
    const weight = weightOf(random);
    const age = ageOf(random);
    for (const { question, sum, share } of own) {
      const yes = random.uniform() < share + (shifts[cluster] ?? 0);
      sum.all += Number(weight);
      if (yes) sum.yes += Number(weight);
      if (question.respondents)
        file?.line(
          `PAS,${date},${borough.name},${weight},${borough.name}: ${age},${borough.name} ${quarter}-${cluster},${question.id},${yes ? question.answer : 'other answer'}`,
        );
    }
  }
}

function writeSheets(
  files: FileSet,
  { facts, boroughs }: World,
  sums: ReadonlyMap<string, Sum>,
  { folder, last }: { readonly folder: string; readonly last: string },
): void {
  const quarters = Math.floor((indexOf(last) + 1) / 3);
  const boroughFile = files.open(
    `${folder}/PAS_Dashboard_Borough.csv`,
    `${REMARK}\nDate,Survey,Borough,Measure,Proportion,MPS`,
  );
  const londonFile = files.open(
    `${folder}/PAS_Total.csv`,
    `${REMARK}\nDate,Survey,Borough,Measure,Proportion`,
  );
  for (let quarter = WINDOW - 1; quarter < quarters; quarter++) {
    const end = endOfMonth(ALL_MONTHS[quarter * 3 + 2] ?? ('' as never));
    const date = `${end.slice(8)}/${end.slice(5, 7)}/${end.slice(0, 4)}`;
    for (const { id, published } of facts.questions) {
      const london = shareOf(sums, boroughs, id, quarter);
      londonFile.line(`${date},PAS,MPS,${csv(published)},${london}`);
      for (const borough of boroughs)
        boroughFile.line(
          `${date},PAS,${borough.name},${csv(published)},${shareOf(sums, [borough], id, quarter)},${london}`,
        );
    }
  }
  boroughFile.close();
  londonFile.close();
}

/** The weighted share over a year, with the two decimals that are published. */
function shareOf(
  sums: ReadonlyMap<string, Sum>,
  boroughs: readonly Place[],
  question: string,
  quarter: number,
): string {
  let [yes, all] = [0, 0];
  for (const borough of boroughs) {
    for (let each = quarter - WINDOW + 1; each <= quarter; each++) {
      const sum = sums.get(key(borough, question, each));
      yes += sum?.yes ?? 0;
      all += sum?.all ?? 0;
    }
  }
  return (yes / all).toFixed(2);
}

function key({ name }: Place, question: string, quarter: number): string {
  return `${name}/${question}/${quarter}`;
}
