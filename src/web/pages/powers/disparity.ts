import type { ProfileBarsInput } from '../../../charts/index.ts';
import { spanInWords, type EvidenceContext } from '../../../evidence/index.ts';
import type { IsoDate } from '../../../foundation/iso-date.ts';
import { wilsonInterval } from '../../../statistics/index.ts';
import { GROUPS } from './ethnic-groups.ts';
import {
  boroughLens,
  boundsLens,
  groupCounts,
  publishedLens,
  residentLens,
  type GroupCounts,
  type Lens,
} from './lenses.ts';
import type { Power } from './power.ts';
import type { Residents } from './residents.ts';
import { observationsOf, yearOf } from './year-of.ts';
import type { YearCounts } from './year-counts.ts';

/** On whom a power is used, by ethnicity. */
export interface Disparity {
  /** "year to March 2023". */
  readonly span: string;
  readonly months: number;
  readonly counts: GroupCounts;
  /** Whose word the ethnicity is. */
  readonly as: 'self' | 'officer';
  readonly profile: Omit<ProfileBarsInput, 'id' | 'width' | 'title' | 'illustrative'>;
  /** The first is the plainest: residents of the newest census. */
  readonly lenses: readonly Lens[];
  /** Counts by borough and group; for shares of like with like. */
  readonly byBorough: YearCounts | null;
}

const OWN_WORD = 'residents are not those who walk the streets, and groups differ in age';

/** Who is met by a power, divided several ways; null when no figures by ethnicity are held. */
export async function disparityOf(
  context: EvidenceContext,
  power: Power,
  area: string,
  boroughs: readonly string[],
  censuses: readonly Residents[],
  from: IsoDate,
): Promise<Disparity | null> {
  const { measure, self, officer, noun } = power.people;
  const as = self === undefined ? 'officer' : 'self';
  const split = self ?? officer;
  if (split === undefined) return null;
  const year = await yearOf(context, measure, [area], split, from);
  if (year === null) return null;
  const counts = groupCounts(year.rows);
  if (counts.all === 0 || counts.all === counts.unknown) return null;
  const byBorough = boroughs.length > 1 ? await yearOf(context, measure, boroughs, split, from) : null;
  const [newest, ...older] = censuses;
  const lenses: (Lens | null)[] = [];
  const whose =
    as === 'self'
      ? 'own account of their ethnicity'
      : "officer's view of their ethnicity, against residents' own account";
  if (newest) {
    lenses.push(
      residentLens(
        'residents',
        `Residents, Census ${newest.year}`,
        `By people's ${whose}: ${OWN_WORD}. Those not recorded are left out.`,
        counts,
        newest,
      ),
      ...(byBorough === null ? [] : [boroughLens(byBorough.rows, newest)]),
    );
    if (as === 'self' && officer !== undefined) {
      const seen = await yearOf(context, measure, [area], officer, from);
      if (seen !== null)
        lenses.push(
          residentLens(
            'officer',
            `Ethnicity as the officer saw it, residents of Census ${newest.year}`,
            'Recorded for nearly everybody, but by another person than the census asked: officers have no group for people of mixed background.',
            groupCounts(seen.rows),
            newest,
          ),
        );
    }
    lenses.push(boundsLens(counts, newest));
  }
  for (const census of older)
    lenses.push(
      residentLens(
        `residents-${census.year}`,
        `Residents, Census ${census.year}`,
        'The same searches with older residents: how much the choice of census matters.',
        counts,
        census,
      ),
    );
  lenses.push(await published(context, power, area));
  return {
    span: spanInWords(year.from, year.to),
    months: year.months,
    counts,
    as,
    profile: profileOf(noun, counts, newest),
    lenses: lenses.filter((lens) => lens !== null && Object.keys(lens.ratios).length > 0) as readonly Lens[],
    byBorough,
  };
}

async function published(
  context: EvidenceContext,
  { published: from }: Power,
  area: string,
): Promise<Lens | null> {
  if (from === undefined || context.measures.get(from.measure) === null) return null;
  const observations = await observationsOf(context, from.measure, [area], from.split);
  const last = observations.reduce((max, each) => (each.to > max ? each.to : max), '');
  const own = observations.filter((each) => each.to === last);
  const [first] = own;
  return first === undefined
    ? null
    : publishedLens(
        `Ethnicity facts and figures, ${spanInWords(first.from, first.to)}`,
        own.flatMap(({ group, value }) => (group === undefined || value === null ? [] : [{ group, value }])),
      );
}

function profileOf(
  noun: string,
  counts: GroupCounts,
  residents: Residents | undefined,
): Disparity['profile'] {
  const people = residents === undefined ? 0 : GROUPS.reduce((sum, group) => sum + residents.total[group], 0);
  return {
    subtitle: '',
    subject: noun.charAt(0).toUpperCase() + noun.slice(1),
    groups: GROUPS,
    intervalName: '95% interval',
    profiles: [
      {
        name: noun,
        shares: GROUPS.map((group) => {
          const count = counts.groups[group];
          if (count === undefined) return { share: null };
          const { estimate, lower, upper } = wilsonInterval(count, counts.all);
          return { share: estimate, lower, upper };
        }),
        notRecorded: counts.unknown / counts.all,
      },
      ...(residents === undefined
        ? []
        : [
            {
              name: `residents, Census ${residents.year}`,
              shares: GROUPS.map((group) => ({ share: residents.total[group] / people })),
            },
          ]),
    ],
  };
}
