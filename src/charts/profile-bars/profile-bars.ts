import type { Chart, ChartTable } from '../chart.ts';
import { framed } from '../drawing/frame.ts';
import { drawProfiles } from './draw.ts';
import type { ProfileBarsInput } from './input.ts';
import { preparedProfiles, type Bar, type PreparedProfile } from './prepare.ts';
import { profileReading } from './reading.ts';

/**
 * Who is in each of several populations, group by group, as bars with their intervals; what was not recorded has a
 * hatched bar of its own. With `sides` it is the pyramid of ages by sex.
 */
export function profileBars(input: ProfileBarsInput): Chart {
  const profiles = preparedProfiles(input);
  const reading = profileReading(input, profiles);
  return {
    svg: framed(input, reading, 'profile-bars', (canvas) => drawProfiles(input, profiles, canvas)),
    table: table(input, profiles),
    reading,
  };
}

function table(
  { title, subtitle, groups, sides }: ProfileBarsInput,
  profiles: readonly PreparedProfile[],
): ChartTable {
  const halves = sides
    ? profiles.flatMap(({ name, left, right }) => [
        { name: `${name}, ${sides[0]}`, bars: left, notRecorded: null },
        { name: `${name}, ${sides[1]}`, bars: right, notRecorded: null },
      ])
    : profiles.map(({ name, right, notRecorded }) => ({ name, bars: right, notRecorded }));
  const withInterval = halves.map(({ bars }) => bars.some(({ interval }) => interval !== null));
  const cells = (bar: Bar | undefined, interval: boolean | undefined): (number | null)[] => [
    bar?.share ?? null,
    ...(interval === true ? [bar?.interval?.lower ?? null, bar?.interval?.upper ?? null] : []),
  ];
  const missing = profiles.some(({ notRecorded }) => notRecorded !== null && notRecorded > 0);
  return {
    caption: `${title.trim()} ${subtitle.trim()}`.trim(),
    columns: [
      { key: 'group', label: 'Group', numeric: false },
      ...halves.flatMap(({ name }, index) => {
        const column = (key: string, label: string) => ({
          key: `profile_${index + 1}${key}`,
          label,
          numeric: true,
          unit: 'proportion' as const,
        });
        return [
          column('', name),
          ...(withInterval[index] === true
            ? [column('_lower', `${name} from`), column('_upper', `${name} to`)]
            : []),
        ];
      }),
    ],
    rows: [
      ...groups.map((group, row) => [
        group.trim() || 'unnamed',
        ...halves.flatMap(({ bars }, index) => cells(bars[row], withInterval[index])),
      ]),
      ...(missing
        ? [
            [
              'Not recorded',
              ...(sides
                ? profiles.flatMap(({ notRecorded }, index) => [
                    ...cells(undefined, withInterval[index * 2]),
                    ...cells({ share: notRecorded, interval: null }, withInterval[index * 2 + 1]),
                  ])
                : halves.flatMap(({ notRecorded }, index) =>
                    cells({ share: notRecorded, interval: null }, withInterval[index]),
                  )),
            ],
          ]
        : []),
    ],
  };
}
