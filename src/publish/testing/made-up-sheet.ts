import type { IsoDate } from '../../foundation/iso-date.ts';
import { paragraphParts } from '../record-sheet/paragraph-parts.ts';
import type { RecordSheet, SheetClaim } from '../record-sheet/sheet.ts';

const TEXT =
  'Theft was falling, and stood below other towns. The chair gave thanks. Patrols would be evaluated by spring.';

/** A claim about words of the made-up paragraph. */
export function madeUpClaim(id: string, text: string, given: Partial<SheetClaim> = {}): SheetClaim {
  const start = TEXT.indexOf(text);
  return {
    id,
    paragraph: '1.1',
    text,
    start,
    end: start + text.length,
    kind: 'statistical',
    question: null,
    needs: null,
    state: 'holds',
    revised: false,
    then: null,
    now: null,
    ...given,
  };
}

/** A made-up record with a statement in each kind of state, an action and two promises. */
export function madeUpSheet(given: Partial<RecordSheet> = {}): RecordSheet {
  const claims = [
    madeUpClaim('theft-falling', 'Theft was falling', {
      state: 'not-borne-out',
      revised: true,
      question: 'trend theft --expect down',
      then: 'No turn that can be told from chance.',
      now: '+6.6% against the year before, <May> 2024.',
    }),
    madeUpClaim('below-other-towns', 'stood below other towns', {
      state: 'cannot-be-checked',
      needs: 'Theft by town and month.',
    }),
    madeUpClaim('thanks', 'The chair gave thanks.', {
      kind: 'status',
      state: 'not-checkable',
      needs: 'Not a statistical claim.',
    }),
  ];
  const noted = claims.filter(({ state }) => state !== 'not-checkable');
  const promises = [
    { paragraph: '1.1', clause: 'Patrols would be evaluated by spring', kind: 'undertaking', owner: null },
    { paragraph: '1.1', clause: 'Theft was falling', kind: 'ongoing-work', owner: 'The Force' },
  ];
  const actions = [
    {
      ref: 'Action 1',
      paragraph: '1.1',
      text: 'The Force to send its plan.',
      owner: 'The Force',
      recipient: 'The Board',
      due: { kind: 'asap' as const, text: 'soon' },
    },
  ];
  return {
    date: '2024-01-31' as IsoDate,
    title: 'Made-up record',
    series: 'Example Board',
    body: 'Example Body',
    status: 'agreed',
    restated: true,
    illustrative: false,
    original: {
      title: 'Minutes',
      body: 'Example Body',
      date: '2024-01-31' as IsoDate,
      published_by: 'Example Body',
      site: 'example.org',
    },
    licence: 'MIT.',
    previousMeeting: null,
    attendance: [{ name: null, role: 'Chair', body: 'Example Body' }],
    apologies: [],
    items: [
      {
        ref: '1',
        title: 'How the quarter went',
        paragraphs: [
          { ref: '1.1', parts: paragraphParts(TEXT, noted), claims: noted, unchecked: 1, promises, actions },
        ],
      },
    ],
    claims,
    promises,
    actions,
    corrections: [],
    unplaced: [],
    days: 1180,
    newest: true,
    ...given,
  };
}
