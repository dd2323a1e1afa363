import { StatisticsError, type ArimaOrder } from '../statistics/index.ts';
import type { Options } from './options.ts';

/** The order that `--order p,d,q`, `--seasonal-order P,D,Q` and `--constant` spell; none where the first is not given. */
export function arimaOrder(options: Options, period: number): ArimaOrder | null {
  const given = options.has('order');
  const [p, d, q] = three(options, 'order');
  const [seasonalP, seasonalD, seasonalQ] = three(options, 'seasonal-order');
  const constant = options.flag('constant');
  return given ? { p, d, q, seasonalP, seasonalD, seasonalQ, period, constant } : null;
}

function three(options: Options, name: string): readonly [number, number, number] {
  const [a, b, c, ...more] = options.numbers(name, [0, 0, 0]);
  if (
    [a, b, c].every((value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 5) &&
    more.length === 0
  )
    return [a ?? 0, b ?? 0, c ?? 0];
  throw new StatisticsError(
    'bad-option',
    `--${name} is not an order.`,
    'Give three whole numbers from 0 to 5, such as 0,1,1.',
  );
}
