import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { seededRandom } from '../../src/statistics/random.ts';

type Random = ReturnType<typeof seededRandom>;

/** The two big layouts of data.police.uk, with as many different values as the published files have. */
export const LAYOUTS = {
  street: {
    header:
      'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context',
    row: streetRow,
  },
  'stop-and-search': {
    header:
      'Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,Outcome linked to object of search,Removal of more than just outer clothing',
    row: searchRow,
  },
} as const;

/** Writes `files` monthly files of `rows` made-up rows each, the same for the same seed, and gives the folder. */
export async function writeMonths(
  folder: string,
  layout: keyof typeof LAYOUTS,
  files: number,
  rows: number,
  seed = 1,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const random = seededRandom(seed);
  const { header, row } = LAYOUTS[layout];
  for (let index = 0; index < files; index++) {
    const month = `${2015 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    const path = join(folder, `${month}-metropolitan-${layout}.csv`);
    await writeRows(path, header, rows, (at) => row(random, month, index * rows + at));
  }
  return folder;
}

async function writeRows(
  path: string,
  header: string,
  rows: number,
  line: (row: number) => string,
): Promise<void> {
  const out = createWriteStream(path);
  let block = `${header}\n`;
  for (let row = 0; row < rows; row++) {
    block += `${line(row)}\n`;
    if (block.length > 1 << 20) {
      if (!out.write(block)) await once(out, 'drain');
      block = '';
    }
  }
  out.end(block);
  await finished(out);
}

const CRIMES = [
  'Anti-social behaviour',
  'Violence and sexual offences',
  'Theft from the person',
  'Robbery',
  'Burglary',
  'Vehicle crime',
  'Drugs',
];
const OUTCOMES = [
  '',
  'Investigation complete; no suspect identified',
  'Unable to prosecute suspect',
  'Under investigation',
  'Local resolution',
];
const BOROUGHS = ['Camden', 'Westminster', 'Lewisham', 'Newham', 'Croydon', 'Ealing', 'Barnet', 'Hackney'];
const AGES = ['', 'under 10', '10-17', '18-24', '25-34', 'over 34'];
const OFFICER = ['White', 'Black', 'Asian', 'Other', ''];
const SELF = [
  'White - English/Welsh/Scottish/Northern Irish/British',
  'Black/African/Caribbean/Black British - African',
  'Asian/Asian British - Bangladeshi',
  'Other ethnic group - Not stated',
  '',
];
const OBJECTS = ['Controlled drugs', 'Offensive weapons', 'Stolen goods', 'Article for use in theft'];
const RESULTS = [
  'A no further action disposal',
  'Arrest',
  'Community resolution',
  'Penalty Notice for Disorder',
];
const LAWS = [
  'Misuse of Drugs Act 1971 (section 23)',
  'Police and Criminal Evidence Act 1984 (section 1)',
  'Criminal Justice and Public Order Act 1994 (section 60)',
];

const FORCE = 'Metropolitan Police Service';

function streetRow(random: Random, month: string, row: number): string {
  const id = Array.from({ length: 8 }, () => hex(random)).join('');
  const borough = pick(random, BOROUGHS);
  const street = `On or near ${pick(random, BOROUGHS)} Street ${whole(random, 4000)}`;
  const lsoa = `E0100${String(whole(random, 5000)).padStart(4, '0')}`;
  return `${row % 9 === 0 ? '' : id},${month},${FORCE},${FORCE},${longitude(random)},${latitude(random)},${street},${lsoa},${borough} 0${whole(random, 30)}A,${pick(random, CRIMES)},${pick(random, OUTCOMES)},`;
}

function searchRow(random: Random, month: string): string {
  const two = (below: number): string => String(whole(random, below)).padStart(2, '0');
  const day = String(1 + whole(random, 27)).padStart(2, '0');
  const at = `${month}-${day}T${two(23)}:${two(60)}:00+00:00`;
  return `Person search,${at},${pick(random, ['True', 'False', ''])},,${latitude(random)},${longitude(random)},${pick(random, ['Male', 'Female', ''])},${pick(random, AGES)},${pick(random, SELF)},${pick(random, OFFICER)},${pick(random, LAWS)},${pick(random, OBJECTS)},${pick(random, RESULTS)},${pick(random, ['True', 'False', ''])},${pick(random, ['True', 'False'])}`;
}

function whole(random: Random, below: number): number {
  return Math.floor(random.uniform() * below);
}
function pick(random: Random, values: readonly string[]): string {
  return values[whole(random, values.length)] ?? '';
}
function hex(random: Random): string {
  return whole(random, 2 ** 32)
    .toString(16)
    .padStart(8, '0');
}
function longitude(random: Random): string {
  return (-0.5 + 0.8 * random.uniform()).toFixed(6);
}
function latitude(random: Random): string {
  return (51.3 + 0.4 * random.uniform()).toFixed(6);
}
