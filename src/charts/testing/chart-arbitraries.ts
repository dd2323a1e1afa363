import fc from 'fast-check';
import type { ChartHead } from '../chart.ts';

/** Any number a caller might hand over, the impossible ones included. */
export const anyNumber = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
  fc.integer({ min: 0, max: 5000 }),
  fc.constantFrom(0, -0, 1e-300, 5e-324, 1e15, 1.7e308, -1.7e308, NaN, Infinity, -Infinity),
);

/** A value that may be missing. */
export const anyValue = fc.option(anyNumber, { nil: null, freq: 5 });

/** Names that try to break out of the markup, run on for ever, or say nothing. */
export const anyName = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '',
      '   ',
      '<script>alert(1)</script>',
      '"><image href=x onerror=alert(1)>',
      "' onload='alert(1)",
      ']]>&amp;&#0;\u0000\u001b\ud800',
      'W'.repeat(400),
      'Barking and Dagenham with all its neighbours '.repeat(30),
      '\u202Etfel ot thgir',
      '👩‍👩‍👧‍👦 區 Ŵŷ',
    ),
  )
  .filter((name) => !/nan|infinity|undefined|null/i.test(name));

export const anyUnit = fc.constantFrom(
  'count',
  'per-1000',
  'per-100000',
  'proportion',
  'points',
  'number' as const,
);
export const anyEvery = fc.constantFrom('month', 'quarter', 'year', 'rolling-12' as const);

/** Mostly months within a century, now and then something that is no date. */
export const anyDate = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(fc.integer({ min: 1980, max: 2040 }), fc.integer({ min: 1, max: 12 }))
      .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}-01`),
  },
  fc.constantFrom('', 'not a date', '2023-02-31', '2023-08', '0000-01-01', '9999-12-31'),
);

export const anyHead: fc.Arbitrary<ChartHead> = fc.record({
  id: anyName,
  title: anyName,
  subtitle: anyName,
  illustrative: fc.boolean(),
  source: fc.option(anyName, { nil: undefined }),
  width: fc.constantFrom(undefined, 1, 340, 640, 960, 99_999, NaN),
});
