import { dueWords, silence, type RecordSheet, type SheetAction } from '../../../publish/index.ts';
import type { Html } from '../../components/html.ts';
import { MarkedWords } from '../../components/mark/mark.tsx';
import { RunInNote } from './run-in-note.tsx';

/** An action of the record, with its owner, who is to receive it and when it is due beside it. */
export function ActionRow({
  action,
  sheet,
}: {
  readonly action: SheetAction;
  readonly sheet: RecordSheet;
}): Html {
  const { ref, text, owner, recipient, due } = action;
  return (
    <div class="record-row record-paragraph record-paragraph--noted" id={actionId(ref)}>
      <span class="record-paragraph__reference" aria-hidden="true" />
      <div class="record-words record-paragraph__words">
        <p>
          <strong>{ref}.</strong> {text}
        </p>
      </div>
      <ul class="margin-notes" aria-label={`Notes on ${ref}`}>
        <RunInNote
          head={
            <MarkedWords shape="diamond" tone="ink">
              {ref}, {owner ?? 'no owner'}
            </MarkedWords>
          }
        >
          {recipient === null ? 'no recipient named' : `for ${recipient}`}; {dueWords(due)}; {silence(sheet)}.
        </RunInNote>
      </ul>
    </div>
  );
}

/** "Action 1" → "action-1". */
export function actionId(ref: string): string {
  return ref.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
