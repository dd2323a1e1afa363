import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../foundation/iso-date.ts';
import { addDays } from '../foundation/iso-date.ts';
import type { Release } from './release.ts';
import { spansInForce, superseded } from './vintages.ts';

const day = (text: string): IsoDate => text as IsoDate;

function release(
  id: string,
  from: string | null,
  to: string | null,
  published: string | null,
  scope = 'counts',
): Release {
  return {
    release: id,
    scope,
    from: from as IsoDate | null,
    to: to as IsoDate | null,
    published: published as IsoDate | null,
    imported_at: `2026-01-01T00:00:00.000Z`,
  } as Release;
}

const first = release('first', '2020-01-01', '2020-12-31', '2021-01-10');
const second = release('second', '2020-07-01', '2021-06-30', '2021-07-10');

describe('spansInForce', () => {
  it('gives overlapping days to the release published last', () => {
    expect(spansInForce([first, second])).toEqual([
      { release: 'first', from: '2020-01-01', to: '2020-06-30' },
      { release: 'second', from: '2020-07-01', to: '2021-06-30' },
    ]);
  });

  it('gives them to the one published first when asked what was said first', () => {
    expect(spansInForce([first, second], { kind: 'earliest' })).toEqual([
      { release: 'first', from: '2020-01-01', to: '2020-12-31' },
      { release: 'second', from: '2021-01-01', to: '2021-06-30' },
    ]);
  });

  it('knows nothing of releases published later than the day asked about', () => {
    expect(spansInForce([first, second], { kind: 'known-on', date: day('2021-07-09') })).toEqual([
      { release: 'first', from: '2020-01-01', to: '2020-12-31' },
    ]);
    expect(spansInForce([first], { kind: 'known-on', date: day('2021-01-09') })).toEqual([]);
  });

  it('keeps scopes apart and leaves gaps as gaps', () => {
    const other = release('other', '2020-01-01', '2020-01-31', '2022-01-01', 'else');
    const later = release('later', '2022-01-01', '2022-01-31', '2022-02-01');
    expect(
      spansInForce([first, later, other])
        .map((span) => span.release)
        .toSorted(),
    ).toEqual(['first', 'later', 'other']);
  });

  it('lets a release without dates answer for its whole scope, newest only', () => {
    const a = release('a', null, null, '2020-01-01');
    const b = release('b', null, null, '2021-01-01');
    expect(spansInForce([a, b])).toEqual([{ release: 'b', from: null, to: null }]);
  });

  it('never lets two releases of a scope answer for the same day, and always answers for a covered day', () => {
    const anyRelease = fc.record({
      start: fc.integer({ min: 0, max: 60 }),
      length: fc.integer({ min: 0, max: 40 }),
      published: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(anyRelease, { minLength: 1, maxLength: 8 }), (drafts) => {
        const base = day('2020-01-01');
        const releases = drafts.map((draft, index) =>
          release(
            `r${index}`,
            addDays(base, draft.start),
            addDays(base, draft.start + draft.length),
            addDays(base, draft.published),
          ),
        );
        const spans = spansInForce(releases);
        for (let offset = 0; offset <= 101; offset++) {
          const date = addDays(base, offset);
          const covering = releases.filter(
            (r) => r.from !== null && r.to !== null && r.from <= date && date <= r.to,
          );
          const answering = spans.filter(
            (s) => s.from !== null && s.to !== null && s.from <= date && date <= s.to,
          );
          expect(answering.length).toBe(covering.length === 0 ? 0 : 1);
          const best = covering
            .map((r) => r.published ?? '')
            .toSorted()
            .at(-1);
          if (best !== undefined)
            expect(releases.find((r) => r.release === answering[0]?.release)?.published).toBe(best);
        }
      }),
    );
  });
});

describe('superseded', () => {
  it('names the newest overlapping release of the same scope', () => {
    const august = release('new', '2020-08-01', '2020-08-31', '2022-01-01');
    expect(superseded([first, second], august)).toBe('second');
    expect(superseded([first, second], { ...august, published: day('2021-03-01') })).toBe('first');
    expect(
      superseded([first, second], { ...august, from: day('2019-01-01'), to: day('2019-12-31') }),
    ).toBeNull();
    expect(superseded([first, second], { ...august, scope: 'else' })).toBeNull();
  });
});
