import type { Chart } from '../../charts/index.ts';
import { ChartFigure, type ChartFigureProps } from '../components/chart-figure/chart-figure.tsx';
import type { Html } from '../components/html.ts';

/** What a chart is drawn from, before it is known for which width of screen. */
type WithoutPlace<Input> = Omit<Input, 'id' | 'width'>;

/** A chart laid out for desktop, tablet and phone, each with ids of its own. */
export function ResponsiveChart<Input extends { readonly id: string }>({
  id,
  draw,
  input,
  widths = [960, 640, 340],
  ...figure
}: {
  readonly id: string;
  readonly draw: (input: Input) => Chart;
  readonly input: WithoutPlace<Input>;
  readonly widths?: readonly [wide: number, medium: number, narrow: number] | undefined;
} & Omit<ChartFigureProps, 'chart' | 'medium' | 'narrow'>): Html {
  const [chart, medium, narrow] = widths.map((width) =>
    // The input lacks only what is added here.
    draw({ ...input, id: `${id}-${width}`, width } as unknown as Input),
  );
  if (chart === undefined) throw new RangeError('A chart needs a width.');
  return <ChartFigure chart={chart} medium={medium} narrow={narrow} {...figure} />;
}
