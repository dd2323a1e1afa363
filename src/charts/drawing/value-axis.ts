import { scaleLinear } from 'd3-scale';
import type { ScaleLinear } from 'd3-scale';
import { plain } from '../words/format-value.ts';
import type { Unit } from '../words/unit.ts';

export interface ValueAxis {
  readonly scale: ScaleLinear<number, number>;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  /** False when the axis begins above nought (or ends below it), which the picture must then say. */
  readonly fromZero: boolean;
}

/**
 * An axis that holds all the values, with round ends. From nought unless told; a constant series gets room on both
 * sides; no values at all give nought to one without ticks.
 */
export function valueAxis(
  values: readonly number[],
  unit: Unit,
  range: readonly [number, number],
  options: { zero: boolean; ticks: number },
): ValueAxis {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return { scale: scaleLinear([0, 1], [...range]), ticks: [], fromZero: true };
  if (options.zero) {
    low = Math.min(0, low);
    high = Math.max(0, high);
  }
  if (low === high) {
    const room = low === 0 ? 1 : Math.abs(low) * 0.1;
    low = options.zero && low === 0 ? 0 : low - room;
    high += room;
  }
  const scale = scaleLinear([low, high], [...range]).nice(options.ticks);
  if (unit === 'proportion' && high <= 1)
    scale.domain([scale.domain()[0] ?? low, Math.min(1, scale.domain()[1] ?? 1)]);
  const [start = 0, end = 1] = scale.domain();
  const whole = unit === 'count';
  const ticks = scale.ticks(options.ticks).filter((tick) => !whole || Number.isInteger(tick));
  return { scale, ticks: labelled(ticks, unit), fromZero: start <= 0 && end >= 0 };
}

function labelled(ticks: readonly number[], unit: Unit): { value: number; label: string }[] {
  const times = unit === 'proportion' ? 100 : 1;
  const step = Math.abs(((ticks[1] ?? ticks[0] ?? 1) - (ticks[0] ?? 0)) * times) || 1;
  const largest = Math.max(...ticks.map((tick) => Math.abs(tick * times)), 0);
  const [divisor, suffix] =
    largest >= 1e12 ? [1e12, 'tn'] : largest >= 1e9 ? [1e9, 'bn'] : largest >= 1e6 ? [1e6, 'm'] : [1, ''];
  const decimals = Math.max(0, Math.min(10, -Math.floor(Math.log10(step / divisor) + 1e-9)));
  return ticks.map((value) => {
    const figure = plain((value * times) / divisor, decimals);
    return {
      value,
      label:
        value === 0
          ? unit === 'proportion'
            ? '0%'
            : '0'
          : `${figure}${suffix}${unit === 'proportion' ? '%' : ''}`,
    };
  });
}
