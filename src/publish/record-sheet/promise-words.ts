import type { Due } from '../../record/index.ts';
import promises from './promise-kinds.json' with { type: 'json' };
import type { RecordSheet, SheetPromise } from './sheet.ts';

const KINDS: Readonly<Record<string, string>> = promises;
const NUMBER = new Intl.NumberFormat('en-GB');

/** What sort of promise it is, in words: "work under way". */
export function promiseKind({ kind }: SheetPromise): string {
  return KINDS[kind] ?? kind;
}

/** The first words of a clause, so that a note can point at it: "the MPS was reviewing its organisation, …". */
export function opening(clause: string, words = 8): string {
  const all = clause.split(/\s+/);
  return all.length <= words
    ? clause
    : `${all
        .slice(0, words)
        .join(' ')
        .replace(/[,;:]$/, '')} …`;
}

/** "silent 1,180 days" while nothing later is held; else only how long ago the meeting was. */
export function silence({ days, newest }: Pick<RecordSheet, 'days' | 'newest'>): string {
  const count = `${NUMBER.format(days)} ${days === 1 ? 'day' : 'days'}`;
  return newest ? `silent ${count}` : `made ${count} ago`;
}

/** When an action is due, as the record puts it. */
export function dueWords(due: Due | null): string {
  return due === null
    ? 'no date set'
    : due.kind === 'date'
      ? `due ${due.text}`
      : `due “${due.text}”, no date set`;
}
