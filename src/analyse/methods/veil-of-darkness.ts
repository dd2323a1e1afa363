import { UsageError } from '../../foundation/errors.ts';
import { aboutVeilOfDarkness } from '../../statistics/about/veil-of-darkness.ts';
import { veilOfDarkness } from '../../statistics/index.ts';
import { Clock } from '../clock.ts';
import { referenceOf } from '../groups.ts';
import type { Answer, Method } from '../method.ts';
import { nightfall } from '../nightfall.ts';
import type { Options } from '../options.ts';
import { codesOf } from '../survey-design.ts';
import type { Table } from '../table.ts';

/** Words for "after dark" and "in daylight" in a column `dark`. */
const DARK = new Set(['1', 'true', 'yes', 'dark', 'night']);
const LIGHT = new Set(['0', 'false', 'no', 'light', 'day']);

interface Evenings {
  /** 1 dark, 0 light, −1 not to be used. */
  readonly dark: Int8Array;
  readonly minute: readonly number[];
  readonly about: Answer;
}

/** The test for each group against the reference; darkness by the sun, or by a column `dark` where there is one. */
export const veilOfDarknessMethod: Method = {
  about: aboutVeilOfDarkness,
  columns: ['at', 'group', 'area', 'dark'],
  run(table, options) {
    const level = options.level('level', 0.95);
    const freedom = options.whole('freedom', 6, 1, 20);
    const areaTime = options.choice('area-time', ['own', 'shared']);
    const groups = table.text('group');
    const reference = referenceOf(
      [...new Set(groups)].filter((name) => name !== ''),
      options.text('reference'),
    );
    const areas = table.has('area') ? codesOf(table.text('area')) : null;
    const evenings = table.has('dark') ? eveningsAsTold(table) : eveningsBySun(table, options);
    return [...new Set(groups)]
      .filter((group) => group !== reference && group !== '')
      .map((group) => {
        const rows = groups.flatMap((name, row) =>
          (name === group || name === reference) && (evenings.dark[row] ?? -1) >= 0 ? [row] : [],
        );
        const found = veilOfDarkness(
          {
            group: Uint8Array.from(rows, (row) => (groups[row] === group ? 1 : 0)),
            dark: Uint8Array.from(rows, (row) => evenings.dark[row] ?? 0),
            minute: Float64Array.from(rows, (row) => evenings.minute[row] ?? 0),
            ...(areas === null ? {} : { area: codesOf(rows.map((row) => String(areas[row]))) }),
          },
          { freedom, areaTime, level },
        );
        const answer = {
          group,
          reference,
          odds_ratio: found.oddsRatio,
          lower: found.lower,
          upper: found.upper,
          p: found.p,
          log_odds_ratio: found.logOddsRatio,
          standard_error: found.standardError,
          n: found.n,
          n_dark: rows.filter((row) => evenings.dark[row] === 1).length,
        };
        return Object.assign(answer, evenings.about);
      });
  },
};

function eveningsAsTold(table: Table): Evenings {
  const minute = table.text('at').map((cell, row) => {
    const [, hour, minutes] = /(?:^|[T ])(\d{1,2}):(\d{2})/.exec(cell) ?? [];
    if (hour === undefined) throw table.fault(row, `'${cell}' is not a time.`, 'Write times as 17:40.');
    return Number(hour) * 60 + Number(minutes);
  });
  const dark = Int8Array.from(table.text('dark'), (cell, row) => {
    const word = cell.toLowerCase();
    if (DARK.has(word)) return 1;
    if (LIGHT.has(word)) return 0;
    if (word === '' || word === 'na' || word === 'twilight') return -1;
    throw table.fault(
      row,
      `'${cell}' is neither dark nor light.`,
      'Write dark or light; leave twilight empty.',
    );
  });
  return { dark, minute, about: {} };
}

function eveningsBySun(table: Table, options: Options): Evenings {
  const place = {
    latitude: coordinate(options, 'latitude', 90),
    longitude: coordinate(options, 'longitude', 180),
  };
  const zone = options.text('zone');
  const british = place.latitude > 49 && place.latitude < 61 && place.longitude > -9 && place.longitude < 2.5;
  if (zone === undefined && !british)
    throw new UsageError(
      'The place is not in Britain.',
      'Name the time zone of its clocks: --zone America/Los_Angeles.',
    );
  const clock = clockOf(zone ?? 'Europe/London');
  const times = table.text('at').map((cell, row) => {
    const time = clock.read(cell);
    if (time === null)
      throw table.fault(
        row,
        `'${cell}' is not a date and time.`,
        'Write them as 2023-08-31T17:40:00Z or 2023-08-31 17:40.',
      );
    return time;
  });
  const { dark, twilight, outside, earliest, latest } = nightfall(times, place, clock);
  return {
    dark,
    minute: times.map(({ minute }) => minute),
    about: {
      left_out: { twilight, never_both_dark_and_light: outside },
      nightfall: { earliest: wall(earliest), latest: wall(latest) },
    },
  };
}

function coordinate(options: Options, name: string, most: number): number {
  const value = options.number(name);
  if (value === undefined)
    throw new UsageError(
      `--${name} is missing.`,
      'Say where the stops were (London: --latitude 51.507 --longitude -0.128), or give a column dark.',
    );
  if (Math.abs(value) > most)
    throw new UsageError(`--${name} cannot be ${value}.`, `It lies from −${most} to ${most} degrees.`);
  return value;
}

function clockOf(zone: string): Clock {
  try {
    return new Clock(zone);
  } catch {
    throw new UsageError(`There is no time zone '${zone}'.`, 'Write it as Europe/London.');
  }
}

function wall(minute: number | null): string | null {
  if (minute === null) return null;
  const whole = Math.round(minute) % 1440;
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}
