import { expect, test } from 'vitest';
import type { IsoDate } from '../../foundation/iso-date.ts';
import { daysBetween } from './days-between.ts';
import { dueWords, opening, promiseKind, silence } from './promise-words.ts';

test('silence is claimed only while no later record is held', () => {
  expect(silence({ days: 1180, newest: true })).toBe('silent 1,180 days');
  expect(silence({ days: 1, newest: false })).toBe('made 1 day ago');
});

test('days are counted by the calendar of London, and never below nought', () => {
  const date = '2023-08-31' as IsoDate;
  expect(daysBetween(date, new Date('2023-08-31T22:59:00Z'))).toBe(0);
  expect(daysBetween(date, new Date('2023-08-31T23:01:00Z'))).toBe(1);
  expect(daysBetween(date, new Date('2023-01-01T00:00:00Z'))).toBe(0);
  expect(daysBetween(date, new Date('2026-11-23T12:00:00Z'))).toBe(1180);
});

test('a due date is shown as what the record says it is', () => {
  expect(dueWords(null)).toBe('no date set');
  expect(dueWords({ kind: 'asap', text: 'as soon as possible' })).toBe(
    'due “as soon as possible”, no date set',
  );
  expect(dueWords({ kind: 'date', text: '1 May 2024', date: '2024-05-01' as IsoDate })).toBe(
    'due 1 May 2024',
  );
});

test('a long clause is pointed at by its first words', () => {
  expect(opening('short enough')).toBe('short enough');
  expect(opening('one two three four five six seven eight, nine')).toBe(
    'one two three four five six seven eight …',
  );
});

test('a kind without words of its own is printed as it is', () => {
  expect(promiseKind({ paragraph: '1', clause: '', owner: null, kind: 'ongoing-work' })).toBe(
    'work under way',
  );
  expect(promiseKind({ paragraph: '1', clause: '', owner: null, kind: 'new-kind' })).toBe('new-kind');
});
