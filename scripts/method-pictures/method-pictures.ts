import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../src/analyse/index.ts';
import type { Chart } from '../../src/charts/index.ts';
import { drawLine } from './draw-line.ts';
import { drawRows } from './draw-rows.ts';
import type { Json } from './json.ts';
import { PICTURES } from './picture-spec.ts';

const EXAMPLES = join(import.meta.dirname, '../../docs/methods/examples');
/** The second file of methods that want one. */
const OTHER = 'link-other.csv';

export interface MethodPicture {
  readonly chart: Chart;
  /** What it shows, in a sentence. */
  readonly words: string;
  /** The command whose answer is drawn, as it is typed from the top of the checkout. */
  readonly command: string;
}

/** The picture of a method, drawn from its answer to its example in docs/methods/examples; null where none is told of. */
export function methodPicture(method: string): MethodPicture | null {
  const spec = PICTURES.get(method);
  if (spec === undefined) return null;
  const csv = readFileSync(join(EXAMPLES, `${method}.csv`), 'utf8');
  const run = spec.run ?? { method, options: spec.options };
  const others = 'with' in run.options ? { with: readFileSync(join(EXAMPLES, OTHER), 'utf8') } : {};
  const results = JSON.parse(JSON.stringify(analyse(run.method, csv, run.options, others).results)) as Json[];
  const id = `method-${method}`;
  const column = (name: string) => columnOf(csv, name);
  const chart =
    spec.draw === 'line'
      ? drawLine(id, spec, results[0] ?? null, column)
      : drawRows(id, spec, results, column);
  const options = Object.entries(spec.options).map(([name, value]) => ` --${name} '${value}'`);
  return {
    chart,
    words: spec.draw === 'line' ? chart.reading : `${spec.title}.`,
    command: `scrutineer analyse ${method} docs/methods/examples/${method}.csv${options.join('')}`,
  };
}

/** Cells of a column of an example, which has no quotes and one line of remarks. */
function columnOf(csv: string, name: string): string[] {
  const [header = '', ...rows] = csv
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('#'));
  const place = header.split(',').indexOf(name);
  return rows.map((row) => row.split(',')[place] ?? '');
}
