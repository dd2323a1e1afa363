/** An instant, and what the clock on the wall shows then. */
export interface ClockTime {
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** Minutes after midnight by the clock. */
  readonly minute: number;
  /** The day by the clock, as days since 1970. */
  readonly day: number;
}

const STAMP =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** Reads times with an offset (2023-05-01T14:30:00Z) as they stand, those without as shown by the clocks of a time zone. */
export class Clock {
  readonly #format: Intl.DateTimeFormat;
  /** Offset from UTC in milliseconds, by quarter of an hour: it changes on no other. */
  readonly #offsets = new Map<number, number>();

  /** @throws RangeError for a zone that is not known */
  constructor(zone: string) {
    this.#format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' });
  }

  /** Null for text that is no date and time. */
  read(text: string): ClockTime | null {
    const found = STAMP.exec(text);
    if (found === null) return null;
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
      .slice(1, 7)
      .map((part) => Number(part ?? 0));
    if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59) return null;
    const wall = Date.UTC(year, month - 1, day, hour, minute, second);
    const offset = found[7];
    if (offset === undefined) {
      const guess = wall - this.#offset(wall);
      return shown(wall - this.#offset(guess), wall);
    }
    const at = wall - parseOffset(offset);
    return shown(at, at + this.#offset(at));
  }

  /** What the clock shows at an instant. */
  show(at: number): ClockTime {
    return shown(at, at + this.#offset(at));
  }

  #offset(at: number): number {
    const quarter = Math.floor(at / 900_000);
    const known = this.#offsets.get(quarter);
    if (known !== undefined) return known;
    const name = this.#format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
    const offset = parseOffset(name.replace('GMT', '') || 'Z');
    this.#offsets.set(quarter, offset);
    return offset;
  }
}

function shown(at: number, wall: number): ClockTime {
  const day = Math.floor(wall / 86_400_000);
  return { at, day, minute: (wall - day * 86_400_000) / 60_000 };
}

function parseOffset(text: string): number {
  const [, sign = '+', hours = 0, minutes = 0] = /^([+-])(\d{2}):?(\d{2})/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
