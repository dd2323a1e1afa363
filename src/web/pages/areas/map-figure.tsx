import { boroughMap, type BoroughMapInput } from '../../../charts/index.ts';
import { ChartFigure } from '../../components/chart-figure/chart-figure.tsx';
import type { Html } from '../../components/html.ts';

/** The map of boroughs for a wide and for a narrow screen. */
export function MapFigure({
  id,
  input,
}: {
  readonly id: string;
  readonly input: Omit<BoroughMapInput, 'id' | 'width'>;
}): Html {
  const [chart, narrow] = [640, 340].map((width) => boroughMap({ ...input, id: `${id}-${width}`, width }));
  if (!chart) throw new RangeError('a map needs a width');
  return <ChartFigure chart={chart} narrow={narrow} />;
}
