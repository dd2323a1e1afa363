/** One record of a delimited text, with the line (from 1) on which it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A piece of text that is not a record: a quote that is never closed, or text after a closing quote. */
export interface CsvFault {
  readonly line: number;
  readonly column: number;
  readonly reason: string;
  readonly text: string;
}

export type CsvItem = ({ readonly kind: 'record' } & CsvRecord) | ({ readonly kind: 'fault' } & CsvFault);

/** A quoted cell that spans more lines than this is taken for a quote that was never closed. */
const MAX_LINES_IN_CELL = 100;

/**
 * Splits delimited text (RFC 4180, with LF, CRLF or bare CR) into records, and goes on after a fault: an
 * unclosed quote costs its own line, not the rest of the file. Blank lines are passed over. We keep our own
 * reader because the parsers of the registry stop, or lose the line number, at the first unclosed quote.
 */
export function* csvRecords(text: string, delimiter: string, firstLine = 1): Generator<CsvItem> {
  let position = 0;
  let line = firstLine;
  while (position < text.length) {
    const parsed = parseRecord(text, position, delimiter);
    if (parsed.fault) {
      const end = endOfLine(text, position);
      yield {
        kind: 'fault',
        line,
        column: parsed.fault.column,
        reason: parsed.fault.reason,
        text: text.slice(position, end),
      };
      position = skipNewline(text, end);
      line += 1;
      continue;
    }
    if (parsed.cells.length > 1 || parsed.cells[0] !== '')
      yield { kind: 'record', line, cells: parsed.cells };
    position = parsed.next;
    line += parsed.lines;
  }
}

interface Parsed {
  readonly cells: string[];
  readonly next: number;
  readonly lines: number;
  readonly fault: { readonly column: number; readonly reason: string } | null;
}

function parseRecord(text: string, start: number, delimiter: string): Parsed {
  const cells: string[] = [];
  let position = start;
  let lines = 1;
  const fault = (reason: string): Parsed => ({
    cells,
    next: start,
    lines: 1,
    fault: { column: cells.length + 1, reason },
  });
  for (;;) {
    if (text[position] === '"') {
      const quoted = parseQuoted(text, position);
      if (quoted === null) return fault('a quote is opened and never closed');
      cells.push(quoted.value);
      lines += quoted.newlines;
      position = quoted.next;
      const after = text[position];
      if (after !== undefined && after !== delimiter && after !== '\n' && after !== '\r')
        return fault('text follows a closing quote');
    } else {
      const end = endOfCell(text, position, delimiter);
      cells.push(text.slice(position, end));
      position = end;
    }
    if (text[position] === delimiter) {
      position += 1;
      continue;
    }
    return { cells, next: skipNewline(text, position), lines, fault: null };
  }
}

function parseQuoted(text: string, open: number): { value: string; next: number; newlines: number } | null {
  let from = open + 1;
  let value = '';
  for (;;) {
    const close = text.indexOf('"', from);
    if (close === -1) return null;
    value += text.slice(from, close);
    if (text[close + 1] !== '"') {
      const newlines = countNewlines(value);
      return newlines > MAX_LINES_IN_CELL ? null : { value, next: close + 1, newlines };
    }
    value += '"';
    from = close + 2;
  }
}

function countNewlines(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) count += 1;
  }
  return count;
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let position = from;
  while (position < text.length) {
    const character = text[position];
    if (character === delimiter || character === '\n' || character === '\r') return position;
    position += 1;
  }
  return position;
}

function endOfLine(text: string, from: number): number {
  let position = from;
  while (position < text.length && text[position] !== '\n' && text[position] !== '\r') position += 1;
  return position;
}

function skipNewline(text: string, at: number): number {
  if (text[at] === '\r') return text[at + 1] === '\n' ? at + 2 : at + 1;
  return text[at] === '\n' ? at + 1 : at;
}
