import { raw } from 'hono/html';
import { sparkLine } from '../../../charts/index.ts';
import { SPARK_LINE_EXAMPLES } from '../../../charts/spark-line/examples.ts';
import { gallerySection } from '../../gallery/example.ts';
import { VariationMark } from '../variation/variation-mark.tsx';
import type { VariationMarkProps } from '../variation/variation-mark.tsx';
import { SortableTable } from './sortable-table.tsx';

interface Row {
  readonly name: string;
  readonly latest: string;
  readonly change: string;
  readonly line: keyof typeof SPARK_LINE_EXAMPLES | null;
  readonly mark: VariationMarkProps;
  readonly against: string;
}

const MEASURES: readonly Row[] = [
  {
    name: 'Recorded crime',
    line: 'usual',
    latest: '1,204',
    change: '+1.8%',
    mark: { variation: 'none' },
    against: 'Similar',
  },
  {
    name: 'Robbery',
    line: 'concern',
    latest: '281',
    change: '+22.4%',
    mark: { variation: 'concern', side: 'up' },
    against: 'Above two of three',
  },
  {
    name: 'Burglary',
    line: 'improvement',
    latest: '97',
    change: '−14.0%',
    mark: { variation: 'improvement', side: 'down' },
    against: 'Below',
  },
  {
    name: 'Positive outcome rate',
    line: 'neutral',
    latest: '7.4%',
    change: '−0.9 points',
    mark: { variation: 'concern', side: 'down' },
    against: 'Below',
  },
  {
    name: 'Stop and search',
    line: 'usual',
    latest: '1,318',
    change: '−6.2%',
    mark: { variation: 'low' },
    against: 'Not compared',
  },
  {
    name: 'Complaints upheld',
    line: null,
    latest: 'not available',
    change: 'not available',
    mark: { variation: null },
    against: 'Not available',
  },
];

export const sortableTableExamples = gallerySection(
  'SortableTable',
  'A table whose rows a reader may sort; wide ones scroll within themselves.',
  SortableTable,
  {
    'Measures at a glance (made-up numbers)': {
      caption: 'Measures',
      captionClasses: 'govuk-visually-hidden',
      classes: 'scan-table',
      firstCellIsHeader: true,
      head: [
        { text: 'Measure' },
        { text: 'Two years', sortable: false },
        { text: 'Latest', format: 'numeric' },
        { text: 'On a year before', format: 'numeric' },
        { text: 'Variation' },
        { text: 'Against similar forces' },
      ],
      rows: MEASURES.map(({ name, line, latest, change, mark, against }) => [
        { text: name },
        {
          html:
            line === null ? (
              <></>
            ) : (
              raw(sparkLine({ ...SPARK_LINE_EXAMPLES[line], id: `gallery-spark-${name}` }).svg)
            ),
        },
        { text: latest, format: 'numeric' },
        { text: change, format: 'numeric', sortValue: change === 'not available' ? null : undefined },
        { html: <VariationMark {...mark} /> },
        { text: against },
      ]),
    },
  },
);
