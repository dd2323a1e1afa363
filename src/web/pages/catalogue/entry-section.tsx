import { dateName } from '../../../charts/index.ts';
import type { SeriesBreak } from '../../../areas/index.ts';
import { Details } from '../../components/details/details.tsx';
import type { Html } from '../../components/html.ts';
import { SummaryList } from '../../components/summary-list/summary-list.tsx';
import type { CatalogueEntry, CatalogueFeed } from './entry.ts';

const BETTER = {
  lower: 'Lower is better',
  higher: 'Higher is better',
  neither: 'Neither is better by itself',
} as const;

const KINDS = {
  count: 'A count',
  rate: 'A rate',
  proportion: 'A share',
  mean: 'A mean',
} as const;

const COMPARED: Readonly<Record<string, string>> = {
  national: 'the nation',
  'most-similar': 'the most similar forces',
  baseline: 'its own baseline',
};

/** One definition, whole. */
export function EntrySection({ entry }: { readonly entry: CatalogueEntry }): Html {
  const { measure, feeds, breaks, splits } = entry;
  // A rate says only what its count does not.
  const isRate = measure.rateOf !== null;
  return (
    <article class="catalogue-entry" aria-labelledby={measure.id}>
      <h3 class="govuk-heading-m" id={measure.id}>
        <a class="govuk-link" href={`/measures/${measure.id}`}>
          {measure.title}
        </a>
      </h3>
      <p class="govuk-body">{measure.definition}</p>
      <SummaryList
        classes="catalogue-entry__facts"
        rows={[
          {
            key: { text: 'Unit' },
            value: { text: `${KINDS[measure.kind]}, ${measure.unit}. ${BETTER[measure.direction]}.` },
          },
          {
            key: { text: 'Figures from' },
            value: { html: <Feeds feeds={feeds} /> },
          },
          !isRate &&
            splits.length > 0 && {
              key: { text: 'Split by' },
              value: { text: splits.map((split) => split.replaceAll('-', ' ')).join(', ') },
            },
          !isRate &&
            measure.comparators.length > 0 && {
              key: { text: 'Compared with' },
              value: { text: measure.comparators.map((each) => COMPARED[each] ?? each).join(', ') },
            },
          !isRate &&
            breaks.length > 0 && {
              key: { text: 'Series break' },
              value: { html: <Breaks breaks={breaks} /> },
            },
          !isRate &&
            measure.notes.length > 0 && {
              key: { text: 'To know' },
              value: {
                html: (
                  <ul class="govuk-list">
                    {measure.notes.map((note) => (
                      <li>{note.trim()}</li>
                    ))}
                  </ul>
                ),
              },
            },
          isRate
            ? {
                key: { text: 'All else' },
                value: {
                  html: (
                    <>
                      breaks, notes and standing as of{' '}
                      <a class="govuk-link" href={`#${measure.rateOf}`}>
                        its count
                      </a>
                    </>
                  ),
                },
              }
            : { key: { text: 'Standing' }, value: { text: measure.standing } },
          {
            key: { text: 'Name and version' },
            value: {
              html: (
                <>
                  <code>{measure.id}</code>, <code>{measure.version}</code>
                </>
              ),
            },
          },
        ]}
      />
    </article>
  );
}

function Feeds({ feeds }: { readonly feeds: readonly CatalogueFeed[] }): Html {
  const recipes = feeds.filter((feed) => feed.kind === 'table');
  return (
    <>
      <ol class={`govuk-list${feeds.length > 1 ? ' govuk-list--number' : ''}`}>
        {feeds.map((feed) => (
          <li>
            {feed.kind === 'figure' ? (
              <>
                figures typed with their citation, as <code>{feed.name}</code>
              </>
            ) : (
              <>
                {feed.title}
                {feed.publisher !== '' && ` (${feed.publisher})`}:{' '}
                {feed.held === 0 ? (
                  <span class="quiet">none held; import a file of it to fill this measure</span>
                ) : (
                  `${feed.held} ${feed.held === 1 ? 'release' : 'releases'} held`
                )}
              </>
            )}
          </li>
        ))}
      </ol>
      {recipes.length > 0 && (
        <Details
          summaryText="The recipe in SQL"
          classes="details-in-table"
          html={
            <>
              {recipes.map(({ source, table, where, counts, over }) => (
                <pre class="command">
                  <code>{recipeText(source, table, where, counts, over)}</code>
                </pre>
              ))}
            </>
          }
        />
      )}
    </>
  );
}

function recipeText(
  source: string,
  table: string,
  where: string,
  counts: string,
  over: string | null,
): string {
  return [
    `${tidy(counts)}${over === null ? '' : `\nover ${tidy(over)}`}`,
    `from ${table}`,
    `where source = '${source}'${where.trim() === 'true' ? '' : `\n  and ${tidy(where)}`}`,
  ].join('\n');
}

function tidy(sql: string): string {
  return sql.trim().replaceAll(/\s+/g, ' ');
}

/** More breaks than these fold away on a screen. */
const MOST_BREAKS = 2;

function Breaks({ breaks }: { readonly breaks: readonly SeriesBreak[] }): Html {
  const list = (
    <ul class="govuk-list">
      {breaks.map(({ date, until, reason, comparable, status, areas }) => (
        <li>
          <strong>{until === null ? dateName(date) : `${dateName(date)} to ${dateName(until)}`}</strong>
          {areas.includes('all') ? '' : `, ${areas.join(', ')}`}
          {comparable ? ' (figures stay comparable)' : ' (figures do not compare)'}
          {status === 'unconfirmed' && ', unconfirmed'}. {reason.trim()}
        </li>
      ))}
    </ul>
  );
  if (breaks.length <= MOST_BREAKS) return list;
  const lasting = breaks.filter(({ comparable }) => !comparable).length;
  return (
    <Details
      summaryText={`${breaks.length} breaks and events, ${lasting === 0 ? 'none' : lasting} across which figures do not compare`}
      classes="details-in-table"
      html={list}
    />
  );
}
