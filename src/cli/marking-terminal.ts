import { openWorkspace } from '../lake/workspace.ts';
import { isScrutineerError } from '../foundation/errors.ts';
import { isMadeUp } from '../sources/importer/same-kind.ts';
import { toJson, type Terminal } from './output.ts';

export const MADE_UP = 'Illustrative data: every figure here is made up.\n';

/** A terminal on which, once it is told, every answer says that its figures are made up: JSON by a key, and a line among the messages. */
export class MarkingTerminal {
  readonly marking: Terminal;
  #json = false;

  constructor({ out, err, isTTY }: Terminal) {
    this.marking = { out: (text) => out(this.#json ? markedJson(text) : text), err, isTTY };
  }

  /** From here on the figures are made up. */
  mark(json: boolean): void {
    this.#json = json;
    this.marking.err(MADE_UP);
  }
}

/** Whether a table given from outside says near its beginning that its figures are made up. */
export function saysMadeUp(text: string): boolean {
  return isMadeUp({ head: text.slice(0, 65_536) });
}

/** Whether a folder is a workspace of made-up figures. */
export function isIllustrative(dir: string): boolean {
  try {
    return openWorkspace(dir).kind === 'illustrative';
  } catch (error) {
    if (isScrutineerError(error)) return false;
    throw error;
  }
}

/** An object gets the key first; the rows of a list carry marks of their own. */
function markedJson(text: string): string {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? toJson({ illustrative: true, ...value })
    : text;
}
