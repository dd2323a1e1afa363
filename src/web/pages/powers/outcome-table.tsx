import { formatFigure } from '../../../charts/index.ts';
import { spanInWords } from '../../../evidence/index.ts';
import type { Difference } from '../../../statistics/index.ts';
import type { Html } from '../../components/html.ts';
import { ScrollRegion } from '../../components/scroll-region/scroll-region.tsx';
import { Table } from '../../components/table/table.tsx';
import { changeText } from '../measures/words.ts';
import type { Outcome } from './outcomes.ts';

/** What came of it for each group, with intervals, and how that differs from the reference. */
export function OutcomeTable({ outcome, noun }: { readonly outcome: Outcome; readonly noun: string }): Html {
  const { measure, groups, all, from, to } = outcome;
  const adjusted = groups.some((group) => group.adjusted !== null);
  const caption = `${measure.title}, ${spanInWords(from, to)}: ${formatFigure(all.share, 'proportion', 1)} of ${formatFigure(all.searches, 'count')} ${noun}`;
  return (
    <ScrollRegion label={caption}>
      <Table
        caption={caption}
        classes="table-fit"
        firstCellIsHeader
        head={[
          { text: 'Group' },
          { text: 'Records', format: 'numeric' },
          { text: 'Share, 95% interval', format: 'numeric' },
          { text: 'Less that of White people', format: 'numeric' },
          ...(adjusted ? [{ text: 'Like with like in each borough', format: 'numeric' }] : []),
        ]}
        rows={groups.map(({ name, searches, share, lower, upper, difference, adjusted: own }) => [
          { text: name },
          { text: formatFigure(searches, 'count'), format: 'numeric' },
          {
            html: (
              <>
                {formatFigure(share, 'proportion', 1)}
                <span class="measures-table__small">
                  {`${formatFigure(lower, 'proportion', 1)} to ${formatFigure(upper, 'proportion', 1)}`}
                </span>
              </>
            ),
            format: 'numeric',
          },
          { html: <Gap of={difference} />, format: 'numeric' },
          ...(adjusted ? [{ html: <Gap of={own} />, format: 'numeric' }] : []),
        ])}
      />
    </ScrollRegion>
  );
}

/** A difference in points with its interval; "similar" where the interval holds nought. */
function Gap({ of }: { readonly of: Difference | null }): Html {
  if (of === null) return <></>;
  const bound = (value: number): string => changeText(value, 'points').replace(/ points?$/, '');
  const similar = of.lower <= 0 && of.upper >= 0;
  return (
    <>
      {changeText(of.difference, 'points')}
      {similar && ' (similar)'}
      <span class="measures-table__small">{`${bound(of.lower)} to ${bound(of.upper)}`}</span>
    </>
  );
}
