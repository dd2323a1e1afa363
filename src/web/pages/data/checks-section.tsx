import type { Problem } from '../../../checks/index.ts';
import type { Html } from '../../components/html.ts';
import { Details } from '../../components/details/details.tsx';

/** So many of one check are shown at once; the others open. */
const MOST_SHOWN = 3;

/** What fails a check: what was seen, by which rule, what it may mean and what to do. */
export function ChecksSection({ problems }: { readonly problems: readonly Problem[] }): Html {
  const byCheck = [...Map.groupBy(problems, ({ check }) => check).values()];
  return (
    <section class="page-part" aria-labelledby="checks">
      <h2 class="govuk-heading-m" id="checks">
        What fails a check
      </h2>
      <p class="govuk-body">{answer(problems, byCheck.length)}</p>
      {byCheck.map((own) => (
        <FailedCheck problems={own} />
      ))}
    </section>
  );
}

function FailedCheck({ problems }: { readonly problems: readonly Problem[] }): Html {
  const [first] = problems;
  if (!first) return <></>;
  const more = problems.slice(MOST_SHOWN);
  return (
    <>
      <h3 class="govuk-heading-s" id={`check-${first.check}`}>
        {first.title}
      </h3>
      <Seen problems={problems.slice(0, MOST_SHOWN)} />
      {more.length > 0 && <Details summaryText={`${more.length} more`} html={<Seen problems={more} />} />}
      <p class="govuk-body">
        {first.may_mean} {first.do}
      </p>
      <p class="govuk-body quiet">
        Rule: {first.rule} {consequence(first)}
      </p>
    </>
  );
}

function consequence({ effect, measures }: Problem): string {
  if (measures?.length === 0) return 'No figure is marked for it.';
  return effect === 'leave-out'
    ? 'The figures concerned are marked [d] and left out of judgements.'
    : 'Figures made of it are marked [d] and judged with a caveat.';
}

function Seen({ problems }: { readonly problems: readonly Problem[] }): Html {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {problems.map(({ seen, releases }) => (
        <li>
          {seen}
          {releases[0] !== undefined && (
            <>
              {' '}
              <a class="govuk-link" href={`/data/${releases[0]}`}>
                Release<span class="govuk-visually-hidden"> {releases[0]}</span>
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function answer(problems: readonly Problem[], checks: number): string {
  if (problems.length === 0)
    return 'Nothing that is held fails a check: no month is a small part of its neighbours, no file holds a month twice, no part exceeds its whole.';
  const left = problems.filter(({ effect }) => effect === 'leave-out').length;
  const number = (value: number): string => value.toLocaleString('en-GB');
  return `${number(problems.length)} ${problems.length === 1 ? 'thing fails' : 'things fail'} ${checks === 1 ? 'one check' : `${checks} checks`}; ${left === 0 ? 'no figures are' : `the figures of ${number(left)} are`} left out of judgements for it. A failed check is a reason to look, not a proof of an error.`;
}
