import type { ReadAction, ReadItem, ReadParagraph } from '../read-record-types.ts';
import { markGiven } from '../mark-given.ts';
import { actionParts } from './action-parts.ts';
import type { Block } from './block.ts';
import { isPageFurniture, readNumber, type Numbered } from './numbering.ts';

/** How a document numbers itself. What it does not number, the reader numbers (`given`). */
export interface Numbering {
  readonly items: boolean;
  readonly paragraphs: boolean;
}

/** Items, paragraphs and actions, and whatever could not be given a place among them. */
export interface MinutesBody {
  readonly items: readonly ReadItem[];
  readonly actions: readonly ReadAction[];
  readonly unplaced: readonly string[];
}

interface OpenText {
  readonly ref: string;
  text: string;
  readonly given: boolean;
}
interface OpenItem extends Omit<OpenText, 'text'> {
  readonly title: string;
  readonly paragraphs: OpenText[];
}
interface OpenAction extends OpenText {
  readonly paragraph: string | null;
}

const ENDED = /[.!?:;]["”’')\]]*$/;

/** Reads the blocks from the first item on. Every block goes to exactly one place. */
export function readBody(blocks: readonly Block[], numbering: Numbering): MinutesBody {
  const reader = new BodyReader(numbering);
  blocks.forEach((block, at) => reader.read(block, blocks[at + 1]));
  return reader.finish();
}

class BodyReader {
  readonly #numbering: Numbering;
  readonly #items: OpenItem[] = [];
  readonly #actions: OpenAction[] = [];
  readonly #unplaced: string[] = [];
  #item: OpenItem | null = null;
  #paragraph: OpenText | null = null;
  /** What a continuation line continues: a paragraph, an action, or the last piece of `unplaced` (null). */
  #last: OpenText | null = null;
  /** Whether a line "Actions:" stands above, and what follows is its list. */
  #listing: 'no' | 'one' | 'bullets' = 'no';

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  read(block: Block, next: Block | undefined): void {
    const { text } = block;
    if (isPageFurniture(text)) {
      this.#unplaced.push(text);
      return;
    }
    const number = readNumber(text);
    if (number?.kind === 'action') this.#readAction(number, text);
    else if (number?.kind === 'item' && this.#isNextItem(number, block, next))
      this.#openItem(number.ref, number.text, number.labelled);
    else if (number?.kind === 'paragraph' && this.#isParagraph(number.ref, block))
      this.#openNumbered(number.ref, number.text);
    else if (this.#listing !== 'no' && block.look !== 'heading') this.#readListed(block);
    else this.#readPlain(block);
  }

  finish(): MinutesBody {
    return {
      items: this.#items.map(({ ref, title, given, paragraphs }) =>
        markGiven({ ref, title, paragraphs: paragraphs.map(closeParagraph) }, given),
      ),
      actions: this.#actions.map(({ ref, text, given, paragraph }) =>
        markGiven({ ref, text, paragraph, ...actionParts(text) }, given),
      ),
      unplaced: this.#unplaced,
    };
  }

  #readAction({ label, numbered, text }: Extract<Numbered, { kind: 'action' }>, whole: string): void {
    if (text === '') {
      this.#unplaced.push(whole);
      this.#last = null;
      this.#listing = 'one';
      return;
    }
    this.#openAction(label, numbered, text);
    this.#listing = 'no';
  }

  #readListed(block: Block): void {
    const bullet = block.look === 'bullet';
    if ((this.#listing === 'bullets' && !bullet) || /^due\b/i.test(block.text)) {
      this.#listing = 'no';
      this.#readPlain(block);
      return;
    }
    this.#listing = bullet ? 'bullets' : 'no';
    this.#openAction('Action', false, block.text);
  }

  #readPlain(block: Block): void {
    this.#listing = 'no';
    const { text } = block;
    const last = this.#last;
    const heading = block.look === 'heading';
    const action = last !== null && this.#actions.some((known) => known === last);
    if (last !== null && action && (/^due\b\s*:/i.test(text) || /\bdue:$/i.test(last.text)))
      last.text += ` ${text}`;
    else if (heading && !this.#numbering.items)
      this.#openItem(String(this.#items.length + 1), text.replace(/:$/, ''), true);
    else if (last !== null && !heading && this.#continues(block, last)) last.text += joint(block) + text;
    else if (this.#numbering.paragraphs) this.#stray(block);
    else this.#openGiven(text);
  }

  #continues(block: Block, last: OpenText): boolean {
    if (!block.gap) return true;
    if (block.look === 'bullet') return this.#numbering.paragraphs;
    return !ENDED.test(last.text) && /^\p{Ll}/u.test(block.text);
  }

  #stray(block: Block): void {
    const index = this.#unplaced.length - 1;
    const before = this.#unplaced[index];
    if (this.#last === null && !block.gap && before !== undefined)
      this.#unplaced[index] = `${before} ${block.text}`;
    else this.#unplaced.push(block.text);
    this.#last = null;
  }

  #isNextItem(
    { ref, labelled }: Extract<Numbered, { kind: 'item' }>,
    block: Block,
    next: Block | undefined,
  ): boolean {
    const before = Number(this.#item?.ref ?? 0);
    const follows = Number(ref) === before + 1;
    if (block.gap || block.look === 'heading') {
      return follows || (Number(ref) > before && (block.look === 'heading' || this.#items.length === 0));
    }
    // Within running lines, "3 boats" is no item: the line before must have ended, or the line after be its paragraph.
    const leads = next !== undefined && next.text.startsWith(`${ref}.1`);
    return follows && (labelled || leads || this.#last === null || ENDED.test(this.#last.text));
  }

  /** "4.5 times as many" at the start of a wrapped line is no paragraph number: there the number must be the next one. */
  #isParagraph(ref: string, block: Block): boolean {
    const [major = '', minor = ''] = ref.split('.');
    const [itemRef, count] = [this.#item?.ref ?? null, this.#item?.paragraphs.length ?? 0];
    const next =
      (major === itemRef && Number(minor) === count + 1) ||
      (major === String(Number(itemRef ?? 0) + 1) && minor === '1');
    return next || (block.gap && (itemRef === null || Number(major) <= Number(itemRef) + 1));
  }

  #openItem(ref: string, title: string, given: boolean): void {
    this.#item = { ref, title, given, paragraphs: [] };
    this.#items.push(this.#item);
    this.#paragraph = null;
    this.#last = null;
  }

  #openNumbered(ref: string, text: string): void {
    const major = ref.split('.')[0] ?? ref;
    if (this.#item?.ref !== major) {
      const known = this.#items.find((item) => item.ref === major);
      if (known === undefined) this.#openItem(major, '', true);
      else this.#item = known;
    }
    this.#openParagraph({ ref, text, given: false });
  }

  #openGiven(text: string): void {
    if (this.#item === null) this.#openItem(String(this.#items.length + 1), '', true);
    const item = this.#item;
    this.#openParagraph({
      ref: `${item?.ref ?? ''}.${(item?.paragraphs.length ?? 0) + 1}`,
      text,
      given: true,
    });
  }

  #openParagraph(paragraph: OpenText): void {
    this.#listing = 'no';
    this.#item?.paragraphs.push(paragraph);
    this.#paragraph = paragraph;
    this.#last = paragraph;
  }

  #openAction(label: string, numbered: boolean, text: string): void {
    const ref = numbered ? label : `${label} (${this.#actions.length + 1})`;
    const action = { ref, text, given: !numbered, paragraph: this.#paragraph?.ref ?? null };
    this.#actions.push(action);
    this.#last = action;
  }
}

function joint(block: Block): string {
  return block.look === 'bullet' ? '\n- ' : ' ';
}

function closeParagraph({ ref, text, given }: OpenText): ReadParagraph {
  return markGiven({ ref, text }, given);
}
