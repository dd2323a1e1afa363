import { sinksThrough } from '../statistics/index.ts';
import type { Clock, ClockTime } from './clock.ts';

const SUNSET = -0.833;
const END_OF_TWILIGHT = -6;

/** Whether it was dark at each time: 1 or 0; −1 in twilight, and at clock times that tell nothing. */
export interface Nightfall {
  readonly dark: Int8Array;
  readonly twilight: number;
  /** Times before the earliest nightfall, or after the latest, by the clock, over the days of the data. */
  readonly outside: number;
  /** Earliest and latest end of twilight in minutes after midnight; null without any. */
  readonly earliest: number | null;
  readonly latest: number | null;
}

/** Sorts times of evenings into dark and light, by the sun over one place. */
export function nightfall(
  times: readonly ClockTime[],
  place: { latitude: number; longitude: number },
  clock: Clock,
): Nightfall {
  const evenings = new Map<number, { readonly sunset: number; readonly dusk: number } | null>();
  let [earliest, latest] = [Infinity, -Infinity];
  for (const { day, at } of times) {
    if (evenings.has(day)) continue;
    // Noon by the clock of that day, whatever the time zone.
    const noon = at + 43_200_000 - clock.show(at).minute * 60_000;
    const sunset = sinksThrough(SUNSET, noon, place.latitude, place.longitude);
    const dusk = sinksThrough(END_OF_TWILIGHT, noon, place.latitude, place.longitude);
    evenings.set(day, sunset === null || dusk === null ? null : { sunset, dusk });
    if (dusk === null) continue;
    const shown = clock.show(dusk);
    const minute = shown.minute + (shown.day - day) * 1440;
    [earliest, latest] = [Math.min(earliest, minute), Math.max(latest, minute)];
  }
  let [twilight, outside] = [0, 0];
  const dark = Int8Array.from(times, ({ at, day, minute }) => {
    const evening = evenings.get(day) ?? null;
    if (evening === null || minute < earliest || minute > latest) {
      outside++;
      return -1;
    }
    if (at >= evening.dusk) return 1;
    if (at <= evening.sunset) return 0;
    twilight++;
    return -1;
  });
  return {
    dark,
    twilight,
    outside,
    earliest: Number.isFinite(earliest) ? earliest : null,
    latest: Number.isFinite(latest) ? latest : null,
  };
}
