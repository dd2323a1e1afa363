import { opening, silence, type RecordSheet, type SheetPromise } from '../../../publish/index.ts';
import type { Html } from '../../components/html.ts';
import { MarkedWords } from '../../components/mark/mark.tsx';
import { RunInNote } from './run-in-note.tsx';

/** Undertakings that nobody wrote down as actions: whose they are, and how long nothing was heard of them. */
export function PromiseNote({
  promises,
  sheet,
}: {
  readonly promises: readonly SheetPromise[];
  readonly sheet: RecordSheet;
}): Html {
  const owners = [...Map.groupBy(promises, ({ owner }) => owner)];
  return (
    <RunInNote
      head={
        <MarkedWords shape="circle-open" tone="ink">
          {promises.length === 1 ? 'Promise' : `${promises.length} promises`}
        </MarkedWords>
      }
    >
      {owners.map(([owner, own], index) => (
        <>
          {index > 0 && ' '}
          {owner ?? (index > 0 ? 'No owner' : 'no owner')}:{' '}
          {own.map(({ clause }, at) => (
            <>
              {at > 0 && ', '}
              <span class="record-quote">“{opening(clause)}”</span>
            </>
          ))}
          {index < owners.length - 1 ? '.' : ';'}
        </>
      ))}{' '}
      {silence(sheet)}.
    </RunInNote>
  );
}
