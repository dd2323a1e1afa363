import { dateName } from '../../charts/index.ts';
import { areaInWords, monthInWords } from '../../evidence/words.ts';
import { parseIsoDate } from '../../foundation/iso-date.ts';
import type { Html } from '../../web/components/html.ts';
import type { PackModel } from './pack-model.ts';

const CONTENTS = [
  'What changed beyond noise',
  'What became of the record’s statements',
  'Open actions and promises',
  'Sources and definitions',
];

/** Whose board, what period, when made, under which licence; then what is inside. */
export function PackCover({ model }: { readonly model: PackModel }): Html {
  const { sheet, area, made, version, measures } = model;
  const newest = measures.reduce(
    (max, { held }) => (held && held.latest.to > max ? held.latest.to : max),
    '',
  );
  const day = parseIsoDate(made.toISOString().slice(0, 10));
  return (
    <header class="pack-cover">
      <p class="pack-cover__kind">Board pack</p>
      <h1 class="govuk-heading-xl">{sheet.series}</h1>
      <p class="answer">
        The record of {dateName(sheet.date)}, checked against{' '}
        {model.illustrative ? 'made-up figures' : 'figures published since'}, and how {areaInWords(area)}{' '}
        stands.
      </p>
      <dl class="pack-facts">
        <dt>Meeting</dt>
        <dd>
          {dateName(sheet.date)}
          {sheet.restated && ', record restated in our own words'}
        </dd>
        <dt>Figures</dt>
        <dd>{newest === '' ? 'none are held' : `to ${monthInWords(newest)}; each stands with its period`}</dd>
        <dt>Made</dt>
        <dd>
          {day === null ? '' : dateName(day)} by Scrutineer {version}
        </dd>
        {sheet.original && (
          <>
            <dt>Original record</dt>
            <dd>
              “{sheet.original.title}”, published by {sheet.original.published_by} on {sheet.original.site}
            </dd>
          </>
        )}
        <dt>Licence</dt>
        <dd>
          {model.illustrative
            ? 'Every figure is made up, for training, and published by nobody; the words of the record are real.'
            : 'Contains public sector information licensed under the Open Government Licence v3.0; each figure’s publisher is named in part 4.'}
          {sheet.licence && ` ${sheet.licence}`} Not a publication of the police, of the Home Office or of any
          oversight body.
        </dd>
      </dl>
      <nav aria-label="Contents">
        <ol class="pack-contents">
          {CONTENTS.map((title, index) => (
            <li>
              <span class="pack-number">{index + 1}</span>{' '}
              <a class="govuk-link" href={`#section-${index + 1}`}>
                {title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </header>
  );
}
