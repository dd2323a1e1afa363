import { ALL_MONTHS, scaled, type DemoPlan } from '../demo-plan.ts';
import { choiceOf } from '../draw/choice.ts';
import { poisson } from '../draw/poisson.ts';
import { streamFor } from '../draw/stream.ts';
import type { FileSet } from '../output/file-set.ts';
import { REMARK } from '../output/mark.ts';
import type { Place } from '../world/places.ts';
import type { Planted } from '../world/planted.ts';

const HEADER =
  'Count of Victims,Age Group,Sex,Method of Killing,Domestic Abuse,Recorded Date,Homicide Offence Type,Solved Status,Borough,Officer Observed Ethnicity';
const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Victims a year for each 100,000 people, before anything is planted. */
const RATE = 1.2;
/** Cases recorded in the last months are less often solved yet. */
const RECENT = 12;

const age = choiceOf([
  ['0 to 12', 3],
  ['13 to 19', 18],
  ['20 to 24', 20],
  ['25 to 34', 24],
  ['35 to 44', 14],
  ['45 to 54', 10],
  ['55 to 64', 6],
  ['65 and over', 5],
]);
const method = choiceOf([
  ['Knife or Sharp Implement', 60],
  ['Physical Assault, no weapon', 12],
  ['Shooting', 10],
  ['Blunt Implement', 8],
  ['Not known/Not Recorded', 10],
]);

/** Victims of homicide, a row each. Where truths are planted, black people are victims more often, by a known factor. */
export function writeHomicides(
  files: FileSet,
  boroughs: readonly Place[],
  plan: DemoPlan,
  { homicide }: Planted,
): void {
  const file = files.open('homicide/homicide-victims.csv', `${REMARK}\n${HEADER}`);
  for (const [month, first] of ALL_MONTHS.entries()) {
    const random = streamFor(plan.seed, `homicides/${month}`);
    const date = `${NAMES[Number(first.slice(5, 7)) - 1] ?? ''}-${first.slice(2, 4)}`;
    for (const borough of boroughs) {
      for (const group of ['White', 'Black', 'Asian', 'Mixed', 'Other']) {
        const factor = !plan.planted ? 1 : group === 'Black' ? homicide.Black : homicide.others;
        const people = (scaled(borough.people, plan) * (borough.mix[group] ?? 0)) / 100;
        const count = poisson(random, (people * RATE * factor) / 12);
        for (let each = 0; each < count; each++) {
          const solved = random.uniform() < (ALL_MONTHS.length - month <= RECENT ? 0.75 : 0.9);
          const domestic = random.uniform() < 0.15;
          file.line(
            [
              1,
              age(random),
              random.uniform() < 0.78 ? 'Male' : 'Female',
              quoted(method(random)),
              domestic ? 'Domestic Abuse' : 'Not Domestic Abuse',
              date,
              random.uniform() < 0.9 ? 'Murder' : 'Manslaughter',
              solved ? 'Solved' : 'Unsolved',
              borough.name,
              group === 'Mixed' ? 'Other' : group,
            ].join(','),
          );
        }
      }
    }
  }
  file.close();
}

function quoted(cell: string): string {
  return cell.includes(',') ? `"${cell}"` : cell;
}
