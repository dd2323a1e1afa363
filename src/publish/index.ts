/** Publish: what leaves the program as something to be read – pictures of findings, records with their margin, packs. */
export { findingPicture } from './pictures/finding-picture.ts';
export { chartUnit } from './pictures/chart-unit.ts';
export type { Picture, Pictured } from './pictures/picture.ts';
export { paragraphParts } from './record-sheet/paragraph-parts.ts';
export type { RecordClaim } from './record-sheet/record-claim.ts';
export { recordSheet } from './record-sheet/record-sheet.ts';
export type { SheetServices } from './record-sheet/services.ts';
export type {
  RecordSheet,
  SheetAction,
  SheetClaim,
  SheetItem,
  SheetParagraph,
  SheetPart,
  SheetPromise,
} from './record-sheet/sheet.ts';
export { stateCounts, type StateCount } from './record-sheet/state-counts.ts';
export { dueWords, opening, promiseKind, silence } from './record-sheet/promise-words.ts';
export { packHtml, type PackRequest } from './pack/pack-html.tsx';
