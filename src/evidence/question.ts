import { UsageError } from '../foundation/errors.ts';
import { parseIsoDate, parseIsoEnd, type IsoDate } from '../foundation/iso-date.ts';
import { nearest } from '../foundation/nearest.ts';
import { splitNames } from '../foundation/split-names.ts';

/** Options that a question may carry, each with the values it allows (null: any text). */
const OPTIONS = {
  area: null,
  'area-type': ['borough', 'force'],
  with: ['national', 'most-similar', 'baseline'],
  expect: ['above', 'below', 'similar', 'up', 'down', 'none'],
  lowest: null,
  highest: null,
  by: null,
  group: null,
  until: 'date',
  since: 'date',
  from: 'date',
  to: 'date',
} as const;

type OptionName = keyof typeof OPTIONS;

/** The kinds of question, in the words of `scrutineer ask --list`. */
export const QUESTION_KINDS = {
  compare:
    'compare MEASURE --area A --with national|most-similar|baseline [--expect above|below|similar]: is an area above, below or similar to its comparator?',
  trend:
    'trend MEASURE --area A [--since DATE] [--expect up|down]: is it turning, or has it changed since a date?',
  rank: 'rank MEASURE --area-type borough|force [--lowest "A,B"] [--highest "A,B"]: which areas stand lowest or highest, and how sure is the order?',
  'what-changed':
    'what-changed MEASURE --since DATE [--area A] [--from MONTH] [--to MONTH]: what reads differently now from what was known on a day, split into definition, revised data and the world?',
} as const;

export type QuestionKind = keyof typeof QUESTION_KINDS;

/** A question, parsed. `until` cuts time: nothing later is looked at. */
export interface Question {
  readonly kind: QuestionKind;
  readonly measure: string;
  readonly area: string | null;
  readonly areaType: 'borough' | 'force';
  readonly with: 'national' | 'most-similar' | 'baseline';
  readonly expect: string | null;
  readonly lowest: readonly string[];
  readonly highest: readonly string[];
  readonly by: string | null;
  readonly group: string | null;
  readonly until: IsoDate | null;
  readonly since: IsoDate | null;
  /** The first and the last day of the periods that are looked at, where the question is about figures of a stated time. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/**
 * Parses a question as it is typed after `scrutineer ask`, or stored with a claim.
 * @throws UsageError that says how the question is written
 */
export function parseQuestion(text: string): Question {
  return questionOf(words(text));
}

/** A question from the words of a command line. */
export function questionOf(args: readonly string[]): Question {
  const [kind, measure, ...rest] = args;
  if (kind === undefined || !(kind in QUESTION_KINDS)) {
    const near = kind === undefined ? null : nearest(kind, Object.keys(QUESTION_KINDS));
    throw new UsageError(
      kind === undefined ? 'No question was asked.' : `There is no question "${kind}".`,
      near === null ? '`scrutineer ask --list` lists the questions.' : `Did you mean "${near}"?`,
    );
  }
  if (measure === undefined || measure.startsWith('--'))
    throw new UsageError(
      `"${kind}" is about a measure, and none is named.`,
      `Write it as ${QUESTION_KINDS[kind as QuestionKind]}`,
    );
  const options = optionsOf(rest);
  const area = options.get('area') ?? null;
  return {
    kind: kind as QuestionKind,
    measure,
    area,
    areaType: options.get('area-type') === 'force' ? 'force' : 'borough',
    with: (options.get('with') ?? 'national') as Question['with'],
    expect: options.get('expect') ?? null,
    lowest: splitNames(options.get('lowest') ?? ''),
    highest: splitNames(options.get('highest') ?? ''),
    by: options.get('by') ?? null,
    group: options.get('group') ?? null,
    until: dateOf(options.get('until')),
    since: dateOf(options.get('since')),
    from: dateOf(options.get('from')),
    to: endOf(options.get('to')),
  };
}

function optionsOf(args: readonly string[]): Map<OptionName, string> {
  const options = new Map<OptionName, string>();
  for (let index = 0; index < args.length; index += 2) {
    const [flag, value] = [args[index] ?? '', args[index + 1]];
    const name = flag.replace(/^--/, '');
    if (!flag.startsWith('--') || !(name in OPTIONS)) {
      const near = nearest(name, Object.keys(OPTIONS));
      throw new UsageError(
        `"${flag}" is not an option of a question.`,
        near === null
          ? '`scrutineer ask --list` shows how questions are written.'
          : `Did you mean --${near}?`,
      );
    }
    if (value === undefined)
      throw new UsageError(
        `${flag} needs a value.`,
        '`scrutineer ask --list` shows how questions are written.',
      );
    const allowed = OPTIONS[name as OptionName];
    if (Array.isArray(allowed) && !allowed.includes(value))
      throw new UsageError(`${flag} ${value} is not known.`, `Choose one of ${allowed.join(', ')}.`);
    if (allowed === 'date' && parseIsoDate(value) === null)
      throw new UsageError(`${flag} ${value} is not a date.`, 'Write it as YYYY-MM-DD.');
    options.set(name as OptionName, value);
  }
  return options;
}

function dateOf(text: string | undefined): IsoDate | null {
  return text === undefined ? null : parseIsoDate(text);
}

function endOf(text: string | undefined): IsoDate | null {
  return text === undefined ? null : parseIsoEnd(text);
}

/** Splits text into words as a shell would: quotes hold a word together. */
function words(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

/** A question as it would be typed. */
export function writeQuestion(question: Question): string {
  const quoted = (value: string): string => (/[^\w.,-]/.test(value) ? `"${value}"` : value);
  const option = (name: string, value: string | null): string[] =>
    value === null || value === '' ? [] : [`--${name}`, quoted(value)];
  return [
    question.kind,
    question.measure,
    ...option('area', question.area),
    ...(question.kind === 'rank' ? option('area-type', question.areaType) : []),
    ...(question.kind === 'compare' ? option('with', question.with) : []),
    ...option('by', question.by),
    ...option('group', question.group),
    ...option('lowest', question.lowest.join(',')),
    ...option('highest', question.highest.join(',')),
    ...option('expect', question.expect),
    ...option('until', question.until),
    ...option('since', question.since),
    ...option('from', question.from),
    ...option('to', question.to),
  ].join(' ');
}
