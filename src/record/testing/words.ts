import type { ReadRecord } from '../read-record-types.ts';

/** Words with how often each stands in a text. */
export type WordCount = ReadonlyMap<string, number>;

/** Counts words without regard to case: "ACTION 1" is told as "Action 1". */
export function countWords(texts: Iterable<string>): WordCount {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Words that `these` has more often than `those`. */
export function more(these: WordCount, those: WordCount): string[] {
  return [...these].filter(([word, count]) => count > (those.get(word) ?? 0)).map(([word]) => word);
}

/** Every text of a record that is verbatim from its document, each as often as its field is filled. */
export function everyField(read: ReadRecord): string[] {
  const people = [...read.attendance, ...read.apologies];
  return [
    read.title,
    read.series,
    ...read.unplaced,
    ...people.flatMap(({ name, role, body, group }) => [name ?? '', role ?? '', body ?? '', group ?? '']),
    ...read.items.flatMap(({ ref, title, paragraphs }) => [
      ref,
      title,
      ...paragraphs.flatMap((one) => [one.ref, one.text]),
    ]),
    ...read.actions.flatMap(({ ref, text }) => [ref, text]),
  ];
}

/** The same without what may stand in several places: numbers the reader gave, and the headings that people stood under. */
export function onceOnlyFields(read: ReadRecord): string[] {
  const ref = (one: { readonly ref: string; readonly given?: true }): string =>
    one.given === true ? '' : one.ref;
  return [
    read.title,
    ...read.unplaced,
    ...[...read.attendance, ...read.apologies].flatMap(({ name, role }) => [name ?? '', role ?? '']),
    ...read.items.flatMap((item) => [
      ref(item),
      item.title,
      ...item.paragraphs.flatMap((one) => [ref(one), one.text]),
    ]),
    ...read.actions.flatMap((action) => [ref(action), action.text]),
  ];
}
