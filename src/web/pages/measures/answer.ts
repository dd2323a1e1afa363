import { listOf } from '../../../foundation/list-of.ts';
import { changeTone, type MeasureSummary } from '../../../evidence/index.ts';

/** How many measures show a change beyond chance, how many do not, and how many cannot be told: one sentence. */
export function measuresAnswer(area: string, summaries: readonly MeasureSummary[]): string {
  const held = summaries.flatMap(({ held, measure }) =>
    held === null ? [] : [{ verdict: held.change.verdict, direction: measure.direction }],
  );
  const where = area.endsWith('Police') ? `the ${area} area` : area;
  const missing = summaries.length - held.length;
  if (held.length === 0)
    return `No figure is held for any of the ${summaries.length} measures in ${where}; what would fill each stands below.`;
  const count = (test: (each: (typeof held)[number]) => boolean): number => held.filter(test).length;
  const changed = count(({ verdict }) => verdict === 'higher' || verdict === 'lower');
  const tone = (wanted: string): number =>
    count(({ verdict, direction }) => changeTone(verdict, direction) === wanted);
  const ways = [
    [tone('improvement'), 'for the better'],
    [tone('concern'), 'for the worse'],
    [tone('neutral'), 'neither'],
  ].flatMap(([n, words]) => (n === 0 ? [] : [`${n} ${words}`]));
  const similar = count(({ verdict }) => verdict === 'similar');
  const unknown = count(({ verdict }) => verdict === 'unknown');
  const rest = [
    `${similar} did not`,
    ...(unknown === 0 ? [] : [`${unknown} cannot be told`]),
    ...(missing === 0 ? [] : [`${missing} ${missing === 1 ? 'has' : 'have'} no figures yet`]),
  ];
  return `${changed === 0 ? 'None' : changed} of ${summaries.length} measures in ${where} changed beyond chance on a year before${changed === 0 ? '' : `: ${listOf(ways)}`}; ${listOf(rest)}.`;
}
