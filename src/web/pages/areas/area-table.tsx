import { raw } from 'hono/html';
import { formatFigure, sparkLine } from '../../../charts/index.ts';
import type { Themed } from '../../../measures/index.ts';
import { spanInWords } from '../../../evidence/index.ts';
import type { Html } from '../../components/html.ts';
import { SortableTable, type SortableCell } from '../../components/sortable-table/sortable-table.tsx';
import { changeText } from '../measures/words.ts';
import type { AgainstWhole } from './against-whole.ts';
import type { AreaLine } from './area-model.ts';
import { qualifiedFigure, SmallPrint } from '../measures/small-print.tsx';

const VERDICTS = {
  above: '▲ Above',
  below: '▼ Below',
  'not told': '≈ Not told',
  unknown: 'No interval',
} as const satisfies Readonly<Record<AgainstWhole['verdict'], string>>;

/** The measures of an area: value, change, and against London, a spark line each. */
export function AreaTable({
  caption,
  themes,
  national,
}: {
  readonly caption: string;
  readonly themes: readonly Themed<AreaLine>[];
  /** Forces stand against all forces, boroughs against London. */
  readonly national: boolean;
}): Html {
  return (
    <SortableTable
      caption={caption}
      captionClasses="govuk-visually-hidden"
      classes="scan-table measures-table area-table"
      firstCellIsHeader
      head={[
        { text: 'Measure' },
        { text: 'Over time', sortable: false },
        { text: 'Latest', format: 'numeric' },
        { text: 'On a year before', format: 'numeric' },
        { text: 'Beyond chance?' },
        { text: national ? 'National' : 'Against London', format: national ? undefined : 'numeric' },
        ...(national ? [] : [{ text: 'Told from London?' }]),
      ]}
      rows={themes.flatMap(({ title, things }) => [
        ...(title === ''
          ? []
          : [
              [
                {
                  text: title,
                  colspan: national ? 6 : 7,
                  classes: 'measures-table__theme',
                  attributes: { 'data-group-heading': true },
                },
              ],
            ]),
        ...things.map((line) => cells(line, national)),
      ])}
    />
  );
}

function cells({ row, against }: AreaLine, national: boolean): SortableCell[] {
  const { held, spark } = row;
  const name: SortableCell = {
    html: (
      <a class="govuk-link" href={row.href}>
        {row.title}
      </a>
    ),
    sortValue: row.title,
  };
  if (held === null || spark === null) return [name, { text: '', colspan: national ? 5 : 6 }];
  return [
    name,
    { html: raw(sparkLine(spark).svg) },
    qualifiedFigure(held.latest, held.period, held.latestValue),
    held.change === null
      ? { html: <SmallPrint text={held.why ?? 'not available'} />, format: 'numeric', sortValue: null }
      : qualifiedFigure(held.change, held.interval ?? '', held.changeValue),
    { text: held.verdict, sortValue: held.verdict },
    ...(national
      ? [
          {
            html: <Beside words={row.national.words} period={row.national.period} />,
            sortValue: row.national.words,
          },
        ]
      : againstCells(against)),
  ];
}

function againstCells(against: AgainstWhole | null): SortableCell[] {
  if (against === null)
    return [
      { html: <SmallPrint text="not compared" />, format: 'numeric', sortValue: null },
      { text: '', sortValue: null },
    ];
  const { amount, lower, upper, area, verdict } = against;
  const said = (value: number): string =>
    against.as === 'ratio'
      ? formatFigure(value, 'number')
      : changeText(value, 'points').replace(/ points?$/, '');
  const interval = lower === null || upper === null ? '' : `${said(lower)} to ${said(upper)}`;
  return [
    {
      html: (
        <>
          {against.as === 'ratio' ? `${said(amount)} times` : changeText(amount, 'points')}
          <SmallPrint text={interval} />
        </>
      ),
      format: 'numeric',
      sortValue: amount,
    },
    {
      html: <Beside words={VERDICTS[verdict]} period={spanInWords(area.from, area.to)} />,
      sortValue: verdict,
    },
  ];
}

function Beside({ words, period }: { readonly words: string; readonly period: string | null }): Html {
  return (
    <>
      {words}
      {period !== null && <SmallPrint text={period} />}
    </>
  );
}
