import { BadInputError } from '../../foundation/errors.ts';
import type { Release } from '../../lake/release.ts';
import type { WorkspaceKind } from '../../lake/workspace.ts';
import type { Sample } from '../input/input-file.ts';

/** What every made-up file says of itself near its beginning: in a line of remarks, in an id (`illustrative-data-…`), or in a place's name. */
const MARK = /illustrative[ -]data/i;

/** Whether a file says that its figures are made up. A file of bytes that are no text (a workbook, Parquet) never does. */
export function isMadeUp({ head }: Pick<Sample, 'head'>): boolean {
  return head !== null && MARK.test(head);
}

/**
 * Made-up and published figures never share a workspace.
 * @throws BadInputError for a made-up file in a real workspace, and for any other file in the illustrative one
 */
export function requireSameKind(kind: WorkspaceKind, sample: Pick<Sample, 'head' | 'file'>): void {
  const madeUp = isMadeUp(sample);
  if (madeUp === (kind === 'illustrative')) return;
  throw madeUp
    ? new BadInputError(
        'its figures are made up (it says "Illustrative data"), and this workspace holds published ones: the two never mix',
        { file: sample.file.path },
        'Import it into a workspace made by `scrutineer demo`',
      )
    : new BadInputError(
        'it does not say that its figures are made up, and this workspace is illustrative: the two never mix',
        { file: sample.file.path },
        'Import it into a workspace of your own: `scrutineer import FILE --workspace DIR`',
      );
}

/** What a release of made-up figures is cited as: nobody published it, whatever its layout. */
export function illustrativeCitation(
  title: string,
): Pick<Release, 'title' | 'publisher' | 'licence' | 'address'> {
  return {
    title: title.startsWith('Illustrative data') ? title : `Illustrative data: ${title}`,
    publisher: 'Nobody: made up by Scrutineer, in the layout of a publication',
    licence: 'MIT',
    address: 'made up',
  };
}
