import { expect, test } from 'vitest';
import { htmlText } from '../html.ts';
import shapes from '../mark/shapes.json' with { type: 'json' };
import { VariationMark, type VariationMarkProps } from './variation-mark.tsx';

test.each<[VariationMarkProps, shape: keyof typeof shapes, tone: string, words: string]>([
  [{ variation: 'concern', side: 'up' }, 'triangle-up', 'concern', 'Concern, rising'],
  [{ variation: 'concern', side: 'down' }, 'triangle-down', 'concern', 'Concern, falling'],
  [{ variation: 'improvement', side: 'up' }, 'triangle-up', 'improvement', 'Improvement, rising'],
  [{ variation: 'improvement', side: 'down' }, 'triangle-down', 'improvement', 'Improvement, falling'],
  [{ variation: 'high' }, 'diamond', 'neutral', 'Unusually high'],
  [{ variation: 'low' }, 'diamond', 'neutral', 'Unusually low'],
  [{ variation: 'none' }, 'circle', 'common', 'Usual range'],
  [{ variation: null }, 'hatched', 'common', 'Not available'],
])('%o is drawn as %s in the colour of %s and reads "%s"', (props, shape, tone, words) => {
  const html = htmlText(<VariationMark {...props} />);
  const paths: { fill?: string; line?: string } = shapes[shape];
  expect(html).toContain(`d="${paths.fill ?? paths.line}"`);
  expect(html).toContain(`mark--${tone}`);
  expect(html).toContain(`<span>${words}</span>`);
});
