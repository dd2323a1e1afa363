import { raw } from 'hono/html';
import { formatFigure, sparkLine } from '../../../charts/index.ts';
import { Button } from '../../components/button/button.tsx';
import type { Html } from '../../components/html.ts';
import { Select } from '../../components/select/select.tsx';
import { SortableTable } from '../../components/sortable-table/sortable-table.tsx';
import { changeText, unitOf, upperFirst } from '../measures/words.ts';
import type { Groups } from './groups.ts';
import type { MeasureModel } from './model.ts';

/** The measure split by one of its columns: a line a group. */
export function GroupsSection({
  model,
  groups,
}: {
  readonly model: MeasureModel;
  readonly groups: Groups;
}): Html {
  const { measure, area, every } = model;
  const unit = unitOf(measure);
  const name = words(groups.by);
  return (
    <section class="page-part" aria-labelledby="split">
      <h2 class="govuk-heading-m" id="split">
        By {name}
      </h2>
      {groups.choices.length > 1 && (
        <form class="area-form" action={`/measures/${measure.id}`} method="get">
          <input type="hidden" name="area" value={area} />
          {every !== null && <input type="hidden" name="every" value={every} />}
          <Select
            id="by"
            name="by"
            label={{ text: 'Split by' }}
            value={groups.by}
            items={groups.choices.map((choice) => ({ value: choice, text: words(choice) }))}
          />
          <Button text="Show" classes="govuk-button--secondary" />
        </form>
      )}
      <SortableTable
        caption={`${measure.title} by ${name}, ${groups.period}`}
        classes="scan-table table-fit"
        firstCellIsHeader
        head={[
          { text: upperFirst(name) },
          { text: 'Over time', sortable: false },
          { text: upperFirst(groups.period), format: 'numeric' },
          ...(groups.shares ? [{ text: 'Share', format: 'numeric' }] : []),
          { text: upperFirst(groups.yearBefore), format: 'numeric' },
          { text: 'Change', format: 'numeric' },
        ]}
        rows={groups.rows.map(({ group, value, share, before, spark, lower, upper }) => [
          { text: group },
          { html: raw(sparkLine(spark).svg) },
          {
            html: (
              <>
                {formatFigure(value, unit)}
                {lower !== null && upper !== null && (
                  <span class="measures-table__small">
                    {formatFigure(lower, unit)} to {formatFigure(upper, unit)}
                  </span>
                )}
              </>
            ),
            format: 'numeric',
            sortValue: value,
          },
          ...(groups.shares
            ? [{ text: formatFigure(share, 'proportion'), format: 'numeric', sortValue: share }]
            : []),
          {
            text: before === null ? 'not held' : formatFigure(before, unit),
            format: 'numeric',
            sortValue: before,
          },
          changeCell(value, before, measure.kind === 'proportion'),
        ])}
      />
      {groups.notShown > 0 && (
        <p class="govuk-body quiet">{`${groups.notShown} smaller groups are not shown; the command line gives them all.`}</p>
      )}
    </section>
  );
}

function changeCell(value: number, before: number | null, share: boolean) {
  if (before === null || (before === 0 && !share)) return { text: '', format: 'numeric', sortValue: null };
  const change = share ? value - before : value / before - 1;
  return { text: changeText(change, share ? 'points' : 'fraction'), format: 'numeric', sortValue: change };
}

/** "officer-defined-ethnicity" as "officer-defined ethnicity". */
function words(column: string): string {
  return column
    .replace(/^(officer|self)-defined-/, '$1 defined ')
    .replaceAll('-', ' ')
    .replace(/^(\w+) defined/, '$1-defined');
}
