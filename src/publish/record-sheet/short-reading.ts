import type { Finding, Question } from '../../evidence/index.ts';
import { bareValue, monthInWords, percentChange, spanInWords } from '../../evidence/words.ts';
import { listOf } from '../../foundation/list-of.ts';
import type { Measure } from '../../measures/index.ts';

/** What a finding says, in the one line that a margin has room for. Null where no figures are held. */
export function shortReading(measure: Measure, question: Question, finding: Finding): string | null {
  if (finding.verdict === 'no-data' || finding.from === null || finding.to === null) return null;
  const { numbers } = finding;
  if (question.kind === 'compare') return comparison(measure, finding);
  if (question.kind === 'what-changed') return null;
  if (question.kind === 'rank') return order(measure, question, finding);
  if (typeof numbers['value_before'] === 'number') return survey(measure, finding);
  return typeof numbers['mean_since'] === 'number' ? since(finding) : turn(finding);
}

const AGAINST: Readonly<Record<string, string>> = {
  national: 'in England and Wales',
  'most-similar': 'on average of similar forces',
  baseline: 'before',
};

function comparison(measure: Measure, { numbers, from, to }: Finding): string {
  const kind = numbers['comparator_kind'];
  const against = typeof kind === 'string' ? (AGAINST[kind] ?? 'elsewhere') : 'elsewhere';
  const unit = measure.kind === 'rate' ? ` ${measure.unit.replace(/ people$/, '')}` : '';
  return `${value(measure, numbers['value'])}${unit} against ${value(measure, numbers['comparator'])} ${against}, ${spanInWords(from ?? '', to ?? '')}.`;
}

const WHAT_TURN: Readonly<Record<string, string>> = {
  falling: 'turned down',
  rising: 'turned up',
  'no-signal': 'no turn that can be told from chance',
};

function turn({ verdict, numbers }: Finding): string {
  const { turn_since: from, turn_change: change, year_on_year_ratio: ratio, month } = numbers;
  const when = typeof from === 'string' ? ` in ${monthInWords(`${from}-01`)}` : '';
  const size = typeof change === 'number' ? ` (${percentChange(1 + change)})` : '';
  const year =
    typeof ratio === 'number' && typeof month === 'string'
      ? `; three months to ${monthInWords(`${month}-01`)} ${percentChange(ratio)} on a year before`
      : '';
  return sentence(`${WHAT_TURN[verdict] ?? 'too early to tell'}${when}${size}${year}`);
}

function since({ verdict, numbers, from, to }: Finding): string {
  const ratio = numbers['ratio'];
  const size =
    typeof ratio === 'number' ? `${percentChange(ratio)} against the year before` : 'change unknown';
  const doubt = verdict === 'no-signal' ? ', within chance' : '';
  return sentence(`${size}${doubt}, ${spanInWords(from ?? '', to ?? '')}`);
}

const WHAT_CHANGE: Readonly<Record<string, string>> = {
  falling: 'a fall',
  rising: 'a rise',
  'no-signal': 'too small a sample to tell',
};

function survey(measure: Measure, { verdict, numbers, to }: Finding): string {
  return `${value(measure, numbers['value'])} in the year to ${monthInWords(to ?? '')}, ${value(measure, numbers['value_before'])} a year before: ${WHAT_CHANGE[verdict] ?? 'no margin known'}.`;
}

function order(measure: Measure, question: Question, { numbers, from, to }: Finding): string {
  const named = Math.max(1, question.lowest.length + question.highest.length);
  const rows = Array.isArray(numbers['order'])
    ? (numbers['order'] as readonly { area: string; value: number }[])
    : [];
  const ends = rows.slice(0, named).map(({ area, value: own }) => `${area} (${bareValue(measure, own)})`);
  const end = question.highest.length > 0 ? 'Highest' : 'Lowest';
  return `${end} of ${rows.length}: ${listOf(ends)}, ${spanInWords(from ?? '', to ?? '')}.`;
}

function value(measure: Measure, number: unknown): string {
  return typeof number === 'number' ? bareValue(measure, number) : 'not available';
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
