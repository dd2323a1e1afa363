import { ALL_MONTHS, MONTHS } from '../demo-plan.ts';
import type { FileSet, LineFile } from './file-set.ts';

/**
 * How many months a file of the archive holds. `months` is as data.police.uk publishes it; `years` is quicker to ask where nobody looks at
 * the files, and parts the last year where the record's meeting could know no more.
 */
export type Grouping = 'months' | 'years';

/** The last month whose figures a meeting at the end of August 2023 could have. */
const KNOWN_AT_MEETING = '2023-07';

/** The files of one force and kind of row, each begun when it is first written to and closed with its last month. */
export class ArchiveFiles {
  readonly #files: FileSet;
  readonly #slug: string;
  readonly #kind: 'street' | 'outcomes' | 'stop-and-search';
  readonly #head: string;
  readonly #grouping: Grouping;
  readonly #open = new Map<string, LineFile>();

  constructor(
    files: FileSet,
    grouping: Grouping,
    what: {
      readonly slug: string;
      readonly kind: 'street' | 'outcomes' | 'stop-and-search';
      readonly head: string;
    },
  ) {
    this.#files = files;
    this.#grouping = grouping;
    this.#slug = what.slug;
    this.#kind = what.kind;
    this.#head = what.head;
  }

  /** The file that rows of a month go to. */
  of(month: number): LineFile {
    const stretch = stretchOf(month, this.#grouping);
    const open =
      this.#open.get(stretch) ??
      this.#files.open(`police-uk/${stretch}/${stretch}-${this.#slug}-${this.#kind}.csv`, this.#head);
    this.#open.set(stretch, open);
    return open;
  }

  /** Nothing more will come of a month. */
  done(month: number): void {
    const stretch = stretchOf(month, this.#grouping);
    if (month + 1 < MONTHS && stretchOf(month + 1, this.#grouping) === stretch) return;
    this.#open.get(stretch)?.close();
    this.#open.delete(stretch);
  }
}

/** `2019-08`, or the year with its part: `2019`, `2023-to-07`, `2023-from-08`. */
function stretchOf(month: number, grouping: Grouping): string {
  const name = ALL_MONTHS[month]?.slice(0, 7) ?? '';
  const year = name.slice(0, 4);
  if (grouping === 'months') return name;
  if (year !== KNOWN_AT_MEETING.slice(0, 4)) return year;
  return name <= KNOWN_AT_MEETING ? `${year}-to-07` : `${year}-from-08`;
}
