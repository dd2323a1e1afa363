import { expect, it } from 'vitest';
import { observationsFrom } from './testing/observations.ts';
import { variationNow } from './variation-now.ts';

const steady = [10, 12, 11, 9, 10, 11, 10, 12, 9, 11, 10, 11];

it('judges the last point by the side that is better', () => {
  const points = observationsFrom('2022-01', [...steady, 40]);
  expect(variationNow(points, 'lower')).toMatchObject({ variation: 'concern', side: 'up' });
  expect(variationNow(points, 'higher')).toMatchObject({ variation: 'improvement', side: 'up' });
  expect(variationNow(points, 'neither')).toMatchObject({ variation: 'high', side: 'up' });
  const fallen = observationsFrom('2022-01', [...steady, 0]);
  expect(variationNow(fallen, 'lower')).toMatchObject({ variation: 'improvement', side: 'down' });
  expect(variationNow(fallen, 'higher')).toMatchObject({ variation: 'concern', side: 'down' });
});

it('says nothing of fewer than twelve points, whatever gaps lie between them', () => {
  expect(variationNow(observationsFrom('2022-01', steady.slice(1)), 'lower')).toBeNull();
  expect(variationNow(observationsFrom('2022-01', [...steady.slice(1), null, null]), 'lower')).toBeNull();
});

it('dates every point of the chart', () => {
  const judged = variationNow(observationsFrom('2022-01', steady), 'lower');
  expect(judged?.days).toHaveLength(judged?.chart.points.length ?? 0);
  expect(judged?.days[0]).toBe('2022-01-31');
});
