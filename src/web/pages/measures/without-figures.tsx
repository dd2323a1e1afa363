import { Details } from '../../components/details/details.tsx';
import type { Html } from '../../components/html.ts';
import type { Themed } from '../../../measures/index.ts';
import type { MeasureRow } from './model.ts';

/** The measures of which nothing is held, folded by theme so that they do not bury the others: what would fill each stands with it. */
export function WithoutFigures({ themes }: { readonly themes: readonly Themed<MeasureRow>[] }): Html | null {
  const empty = themes.flatMap(({ title, things }) => {
    const missing = things.filter(({ held }) => held === null);
    return missing.length === 0 ? [] : [{ title, missing }];
  });
  if (empty.length === 0) return null;
  return (
    <section class="without-figures" aria-labelledby="without-figures">
      <h2 class="govuk-heading-m" id="without-figures">
        Measures without figures yet
      </h2>
      {empty.map(({ title, missing }) => (
        <Details summaryText={`${title}: ${missing.length}`} html={<Missing rows={missing} />} />
      ))}
    </section>
  );
}

/** Measures that the same files would fill stand together. */
function Missing({ rows }: { readonly rows: readonly MeasureRow[] }): Html {
  const groups = [...Map.groupBy(rows, ({ missing }) => missing ?? '')];
  return (
    <>
      {groups.map(([what, own]) => (
        <>
          <p class="govuk-body-s without-figures__what">{what}</p>
          <ul class="govuk-list govuk-list--bullet without-figures__measures">
            {own.map(({ href, title }) => (
              <li>
                <a class="govuk-link" href={href}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </>
  );
}
