import type { RecordSheet, SheetPromise } from '../../../publish/index.ts';
import type { Html } from '../../components/html.ts';
import { MarkedWords } from '../../components/mark/mark.tsx';
import { MarginNote } from '../../layout/margin-note.tsx';
import { opening, promiseKind, silence } from './words.ts';

/** An undertaking that nobody wrote down as an action: whose it is, of what sort, and how long nothing was heard of it. */
export function PromiseNote({
  promise,
  sheet,
}: {
  readonly promise: SheetPromise;
  readonly sheet: RecordSheet;
}): Html {
  return (
    <MarginNote
      head={
        <MarkedWords shape="circle-open" tone="ink">
          Promise, {promise.owner ?? 'no owner'}
        </MarkedWords>
      }
    >
      <span class="record-quote">“{opening(promise.clause)}”</span> {promiseKind(promise)}; {silence(sheet)}.
    </MarginNote>
  );
}
