import type { Attendee } from '../read-record-types.ts';
import { attendanceLabel, attendee, isNameWithMore, splitPeople } from './attendance.ts';
import type { Block } from './block.ts';
import { findDates } from './spoken-date.ts';

/** What stands before the first item: title, series and who was there. Each block goes to one field or to `unplaced`. */
export interface Preamble {
  readonly title: string | null;
  readonly series: string | null;
  readonly attendance: readonly Attendee[];
  readonly apologies: readonly Attendee[];
  readonly unplaced: readonly string[];
}

const TITLE =
  /\b(?:minutes|record|notes?)\b.*\bmeeting\b|\bmeeting\b.*\b(?:minutes|record|notes?)\b|^(?:minutes|record)\b/i;
const SERIES = /\b(?:board|panel|committee|group|council|forum|authority|assembly)\b/i;

interface Group {
  readonly label: string;
  readonly text: string;
  readonly absent: boolean;
  readonly mixed: boolean;
  used: boolean;
}

const BODY =
  /^[A-Z]{2,}(?: [A-Z]{2,})*:?$|\b(?:office|service|police|department|ministry|authority|council|constabulary|force)\b/i;

/** Reads the blocks before the first item. `titleKnown` is the title that front matter gave, or null. */
export function readPreamble(blocks: readonly Block[], titleKnown: string | null): Preamble {
  let title = titleKnown;
  let series: string | null = null;
  const attendance: Attendee[] = [];
  const apologies: Attendee[] = [];
  const unplaced: string[] = [];
  let group: Group | null = null;
  let body: string | null = null;

  const closeGroup = (): void => {
    if (group !== null && !group.used) unplaced.push(group.text);
    group = null;
  };
  const add = (text: string): boolean => {
    const person = attendee(text, body, group?.label ?? null);
    if (person === null || group?.mixed === true) return false;
    (group?.absent === true ? apologies : attendance).push(person);
    if (group !== null) group.used = true;
    return true;
  };

  blocks.forEach((block, index) => {
    const { text } = block;
    const known = attendanceLabel(text);
    if (known !== null) {
      // "Attendees:" and "Apologies:" side by side are two columns run together: whose names follow cannot be known.
      const mixed = group !== null && !group.used && group.absent !== known.absent;
      closeGroup();
      body = null;
      group = { label: known.label, text, absent: known.absent, used: false, mixed };
      for (const person of splitPeople(known.people)) if (!add(person)) unplaced.push(person);
      return;
    }
    const started = group !== null || body !== null;
    if (!started && title === null && isTitle(text)) title = text;
    else if (!started && series === null && isSeries(text)) series = text;
    else if (group?.mixed !== true && isBodyHeading(block, blocks[index + 1], group === null))
      body = text.replace(/:$/, '');
    else if (!(started && add(text))) unplaced.push(text);
  });
  closeGroup();
  return { title, series, attendance, apologies, unplaced };
}

function isTitle(text: string): boolean {
  return TITLE.test(text) && text.split(' ').length <= 25;
}

function isSeries(text: string): boolean {
  return SERIES.test(text) && text.split(' ').length <= 12 && !isTitle(text) && findDates(text).length === 0;
}

/** "MOPAC" above "Jane Doe, Director". Under "Present:" a bare line may be a person, so there it must look like a body. */
function isBodyHeading(block: Block, next: Block | undefined, outsideGroup: boolean): boolean {
  if (next === undefined || block.look === 'bullet' || !isNameWithMore(next.text)) return false;
  if (/[,(;]/.test(block.text) || block.text.split(' ').length > 8 || isNameWithMore(block.text))
    return false;
  return BODY.test(block.text) || (block.gap && (outsideGroup || block.look === 'heading'));
}
