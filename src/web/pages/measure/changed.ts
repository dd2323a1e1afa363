import { ask, parseQuestion, type Finding } from '../../../evidence/index.ts';
import type { EvidenceContext } from '../../../evidence/index.ts';
import type { IsoDate } from '../../../foundation/iso-date.ts';
import type { Release } from '../../../lake/release.ts';
import type { Measure, Observation } from '../../../measures/index.ts';

/** What a measure's page says has changed since a day. */
export interface ChangedSince {
  readonly since: IsoDate;
  /** Why it is that day: asked for, the board's latest meeting, or the first publication held because nothing was out by the meeting. */
  readonly why: 'asked' | 'meeting' | 'first-published';
  readonly finding: Finding;
}

/** Asks what has changed since the day asked for, or since the latest meeting. Null where there is no day to look back to. */
export async function changedSince(
  context: EvidenceContext,
  {
    measure,
    area,
    asked,
    meeting,
    first,
  }: {
    readonly measure: Measure;
    readonly area: string;
    readonly asked: IsoDate | null;
    readonly meeting: string | null;
    /** The series as first published. */
    readonly first: readonly Observation[];
  },
): Promise<ChangedSince | null> {
  const published = firstPublished(first, context.lake.releases());
  const known = meeting !== null && published !== null && published <= meeting;
  const day = asked ?? (known ? (meeting as IsoDate) : published);
  if (day === null) return null;
  const question = { ...parseQuestion(`what-changed ${measure.id} --since ${day}`), area };
  const why = asked !== null ? 'asked' : known ? 'meeting' : 'first-published';
  return { since: day, why, finding: await ask(context, question) };
}

/** The first day on which any of some figures could be known: all that it is made of was out (a rate's population, too). */
function firstPublished(observations: readonly Observation[], releases: readonly Release[]): IsoDate | null {
  const published = new Map(releases.map((release) => [release.release, release.published]));
  const known = observations.flatMap(({ release }) => {
    const days = release.split(' ').map((id) => published.get(id) ?? null);
    const told = days.filter((day) => day !== null).toSorted();
    return told.length === days.length ? (told.at(-1) ?? []) : [];
  });
  return known.toSorted()[0] ?? null;
}
