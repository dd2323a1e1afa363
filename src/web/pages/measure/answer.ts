import {
  areaInWords,
  spanInWords,
  valueInWords,
  type MeasuredChange,
  type MeasureSummary,
} from '../../../evidence/index.ts';
import { wouldFill } from '../measures/model.ts';
import { changeInterval, changeText } from '../measures/words.ts';

/** The measure's answer in a sentence or two: how much, whether that is a change beyond chance, and against whom. */
export function measureAnswer(summary: MeasureSummary): string {
  const { measure, area, held } = summary;
  if (held === null)
    return `No figure for ${lowerFirst(measure.title)} is held for ${areaInWords(area)}. ${wouldFill(measure)}`;
  const { latest, change } = held;
  const where = measure.title.includes(area) ? '' : ` in ${areaInWords(area)}`;
  const now = `${measure.title}${where}: ${valueInWords(measure, latest.value)} in ${spanInWords(latest.from, latest.to)}`;
  return [`${now}; ${changeClause(change)}.`, against(summary)].filter((text) => text !== '').join(' ');
}

/** What changed, as the title of the picture over time. */
export function changeTitle({ measure, held }: MeasureSummary): string {
  if (held === null) return `${measure.title}: no figure is held`;
  const { verdict, amount, as } = held.change;
  const by = amount === null ? '' : ` (${changeText(amount, as)})`;
  return {
    higher: `${measure.title}: a rise on a year before, beyond chance${by}`,
    lower: `${measure.title}: a fall on a year before, beyond chance${by}`,
    similar: `${measure.title}: no change beyond chance on a year before${by}`,
    unknown: `${measure.title}: whether it has changed cannot be told`,
  }[verdict];
}

function changeClause(change: MeasuredChange): string {
  const { verdict, amount, as, basis, why } = change;
  const interval = changeInterval(change);
  const size =
    amount === null
      ? ''
      : `${changeText(amount, as)} for the ${basis}${interval === null ? '' : ` (95% interval ${interval})`}`;
  if (verdict === 'unknown')
    return [
      size,
      `whether that is a change cannot be told: ${lowerFirst((why ?? 'no margin is known').replace(/\.$/, ''))}`,
    ]
      .filter((text) => text !== '')
      .join('; ');
  return verdict === 'similar'
    ? `${size}, which is within chance`
    : `${size}, ${verdict === 'higher' ? 'a rise' : 'a fall'} beyond chance`;
}

function against({ verdicts }: MeasureSummary): string {
  const told = [
    ['national', verdicts.national],
    ['similar', verdicts.mostSimilar],
  ].flatMap(([name, comparator]) =>
    typeof comparator === 'object' && ['above', 'below', 'similar'].includes(comparator.verdict)
      ? [{ name, verdict: comparator.verdict, finding: comparator.finding }]
      : [],
  );
  if (told.length === 0) return '';
  const words = told.map(({ name, verdict }) => {
    const relation = verdict === 'similar' ? 'similar to' : verdict;
    return `${relation} ${name === 'national' ? 'the national one' : 'that of similar forces'}`;
  });
  const { finding } = told[0] ?? {};
  const when = finding?.from && finding.to ? ` in ${spanInWords(finding.from, finding.to)}` : '';
  return `Its rate was ${words.join(' and ')}${when}.`;
}

/** A title inside a sentence; what begins with an abbreviation keeps it. */
export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
