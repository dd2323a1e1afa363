import type { Fault } from './fault.ts';

const MOST_SHOWN = 60;

/** A fault as a sentence: where, what was found, what is wrong, what may stand there. */
export function faultInWords({ line, column, found, problem, allowed, nearest }: Fault): string {
  const where = [line === null ? '' : `line ${line}`, column === null ? '' : `column ${shown(column)}`]
    .filter((part) => part !== '')
    .join(', ');
  const what = found === '' || found === column ? problem : `"${shown(found)}": ${problem}`;
  const hint = nearest === null ? `Allowed: ${allowed}.` : `Did you mean "${nearest}"? Allowed: ${allowed}.`;
  return `${where === '' ? '' : `${where}: `}${what}. ${hint}`;
}

/** Text of a file that may be hostile, for a terminal: cut, and without what moves the cursor or turns the writing. */
function shown(text: string): string {
  const safe = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·');
  return safe.length > MOST_SHOWN ? `${safe.slice(0, MOST_SHOWN)}…` : safe;
}
