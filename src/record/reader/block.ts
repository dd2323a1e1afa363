/** A line or element of a document, before anything is known about its meaning. */
export interface Block {
  readonly text: string;
  /** Line in the file, from 1. */
  readonly line: number;
  /** Whether a blank line, a page break or the start of an element stands before it, so that it need not continue what came before. */
  readonly gap: boolean;
  readonly look: 'heading' | 'bullet' | 'plain';
}
