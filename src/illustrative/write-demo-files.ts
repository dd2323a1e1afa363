import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Areas } from '../areas/index.ts';
import { writeBoroughTables, type Edition } from './crime/borough-tables.ts';
import { writeHomicides } from './crime/homicide-file.ts';
import { writeKnifeDashboard } from './crime/knife-file.ts';
import { writeNationalFigures } from './crime/national-figures.ts';
import { writeStreetFiles } from './crime/street-files.ts';
import { MONTHS, type DemoPlan } from './demo-plan.ts';
import type { Grouping } from './output/archive-files.ts';
import { FileSet, type WrittenFile } from './output/file-set.ts';
import { MARK, REMARK } from './output/mark.ts';
import { writeOutlines } from './people/outline-file.ts';
import { writePopulation } from './people/population-files.ts';
import { plantedTruths, truthsJson, truthsPage, type PlantedTruth } from './planted-truths.ts';
import { writeCallsReturns } from './returns/calls-returns.ts';
import { readReturnFacts } from './returns/return-facts.ts';
import { writeSatisfactionReturns } from './returns/satisfaction-returns.ts';
import { writeTaserReturn } from './returns/taser-return.ts';
import { writeVictimsReturn } from './returns/victims-return.ts';
import { HandcuffFiles } from './searches/handcuff-files.ts';
import { writeSearchFiles } from './searches/search-files.ts';
import { readSearchFacts } from './searches/search-facts.ts';
import { readSurveyFacts } from './survey/survey-facts.ts';
import { writeSurvey } from './survey/survey-files.ts';
import { CrimeCounts } from './world/crime-counts.ts';
import { readOffences } from './world/offences.ts';
import { Places } from './world/places.ts';
import { readPlanted } from './world/planted.ts';

/** Files that were published together, and the day on which an importer should take them to have been. */
export interface DemoBatch {
  /** Folders below `files`. */
  readonly folders: readonly string[];
  /** Null where each file bounds it by the last day that it covers, or says it. */
  readonly published: string | null;
}

export interface DemoFiles {
  readonly files: readonly WrittenFile[];
  readonly rows: number;
  readonly truths: readonly PlantedTruth[];
  /** In the order in which they are to be imported. */
  readonly batches: readonly DemoBatch[];
}

/** The Metropolitan Police's tables and the survey come in two editions: what a meeting at the end of August 2023 could know, and all. */
const EDITIONS: readonly (Edition & {
  readonly survey: string;
  readonly surveyLast: string;
  readonly published: string;
})[] = [
  {
    folder: 'recorded-crime-to-2023-07',
    layout: 'older',
    last: '2023-07',
    survey: 'public-attitude-survey-to-2023-06',
    surveyLast: '2023-06',
    published: '2023-08-21',
  },
  {
    folder: 'recorded-crime-to-2023-12',
    layout: 'newer',
    last: '2023-12',
    survey: 'public-attitude-survey-to-2023-12',
    surveyLast: '2023-12',
    published: '2024-01-22',
  },
];

/**
 * Writes a made-up London into a folder: `files` in the layouts of publications, to be imported like those; `linking`, two files for
 * training in linking, with the truth; `planted-truths` for machines and for people; and `illustrative-data.json`, which names every file with its hash. Memory stays the same
 * whatever the scale. The same plan gives the same bytes.
 * @param progress told of the share of the work done, often
 * @param grouping months of data.police.uk's archive to a file
 */
export function writeDemoFiles(
  folder: string,
  plan: DemoPlan,
  areas: Areas,
  progress: (share: number) => void,
  grouping: Grouping = 'months',
): DemoFiles {
  const planted = readPlanted();
  const offences = readOffences();
  const places = new Places(plan);
  const counts = new CrimeCounts(plan, planted, offences);
  const facts = readSearchFacts(plan);
  const { boroughs, forcesWithRows } = places;
  const files = new FileSet(join(folder, 'files'));
  const codeOf = (name: string): string => areas.require(name, 'borough').codes.at(-1)?.code ?? '';

  writeOutlines(files, boroughs, codeOf);
  writePopulation(files, places, plan, codeOf);
  writeNationalFigures(files, places, { plan, counts });
  for (const edition of EDITIONS)
    writeBoroughTables(files, edition, { plan, planted, counts, offences, boroughs });
  writeHomicides(files, boroughs, plan, planted);
  writeKnifeDashboard(files, boroughs, { plan, counts, offences }, '2024-01-22');
  writeSurvey(
    files,
    { plan, planted, facts: readSurveyFacts(), boroughs },
    EDITIONS.map(({ survey, surveyLast }) => ({ folder: survey, last: surveyLast })),
  );

  const returns = { plan, planted, facts: readReturnFacts() };
  writeVictimsReturn(files, boroughs, counts, returns);
  writeCallsReturns(files, returns);
  writeSatisfactionReturns(files, returns);
  writeTaserReturn(files, returns);

  const linking = new FileSet(folder);
  const handcuffs = new HandcuffFiles(linking, plan, planted, boroughs, facts);
  const steps = forcesWithRows.length * MONTHS * 2;
  let step = 0;
  for (const { name, signs, places: own } of forcesWithRows) {
    const force = { name, signs, places: own, slug: areas.require(name, 'force').slug };
    const work = [
      writeStreetFiles(files, force, { plan, counts, offences, grouping }),
      writeSearchFiles(files, force, { plan, planted, facts, grouping }, (search, month, number) =>
        handcuffs.add(search, month, number),
      ),
    ];
    for (const each of work) for (const _ of each) progress((step += 1) / steps);
  }
  handcuffs.close();
  files.write(
    'returns/handcuffing-in-searches.csv',
    `${REMARK}\narea,month,ethnicity_basis,age_group,ethnicity,records,handcuffs,searches`,
    handcuffs.linked,
  );
  const written = [...files.files.map((file) => ({ ...file, path: `files/${file.path}` })), ...linking.files];
  const truths = plantedTruths(plan, { planted, searches: facts, places });
  writeFileSync(join(folder, 'planted-truths.json'), truthsJson(plan, truths));
  writeFileSync(join(folder, 'planted-truths.md'), truthsPage(plan, truths));
  writeFileSync(join(folder, 'illustrative-data.json'), manifest(plan, written));
  return { files: written, rows: files.rows + linking.rows, truths, batches: batches() };
}

/** Everything that is not an edition is taken as published when it ends, or as it says. */
function batches(): DemoBatch[] {
  return [
    { folders: ['boundaries', 'population', 'national', 'crime-dashboard'], published: null },
    ...EDITIONS.map(({ folder, survey, published }) => ({ folders: [folder, survey], published })),
    { folders: ['homicide', 'survey', 'returns', 'police-uk'], published: null },
  ];
}

function manifest(plan: DemoPlan, files: readonly WrittenFile[]): string {
  const said = `${MARK}. Every figure in these files is made up; only the layouts and the names of places are real.`;
  return `${JSON.stringify({ illustrative: true, said, ...plan, files }, null, 2)}\n`;
}
