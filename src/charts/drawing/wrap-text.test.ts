import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyName } from '../testing/chart-arbitraries.ts';
import { textWidth } from './text-width.ts';
import { balancedText, wrapText } from './wrap-text.ts';

describe('wrapped text', () => {
  it('never runs over its width, and loses no word that fits its lines', () => {
    fc.assert(
      fc.property(anyName, fc.integer({ min: 30, max: 400 }), (text, width) => {
        const lines = wrapText(text, width, 14, 'regular', 8);
        for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(width);
        expect(lines.length).toBeLessThanOrEqual(8);
        if (lines.at(-1)?.endsWith('…') !== true) {
          expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
        }
      }),
    );
  });

  it('ends in an ellipsis when it had to be cut', () => {
    const lines = wrapText('one two three four five six', 60, 14, 'regular', 2);
    expect(lines[0]).toBe('one two');
    expect(lines[1]).toMatch(/^three.*…$/);
  });

  it('is balanced: the last line is no lonely word', () => {
    const lines = balancedText(
      'Robbery has stayed above its average since late last year and did not turn',
      400,
      20,
    );
    expect(Math.min(...lines.map((line) => textWidth(line, 20)))).toBeGreaterThan(200);
  });
});
