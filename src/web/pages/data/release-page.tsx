import { dateName } from '../../../charts/index.ts';
import type { IsoDate } from '../../../foundation/iso-date.ts';
import { placesCounted } from '../../../lake/places.ts';
import type { Release } from '../../../lake/release.ts';
import { Breadcrumbs } from '../../components/breadcrumbs/breadcrumbs.tsx';
import type { Html } from '../../components/html.ts';
import { ScrollRegion } from '../../components/scroll-region/scroll-region.tsx';
import { SummaryList } from '../../components/summary-list/summary-list.tsx';
import { Table } from '../../components/table/table.tsx';
import { Answer } from '../../layout/answer.tsx';
import { Page } from '../../layout/page.tsx';
import type { Frame } from '../frame.ts';
import { covers, published } from '../release-words.ts';

/** One release: what it is, what was turned away and why. */
export function ReleasePage({
  release,
  supersededBy,
  frame,
}: {
  readonly release: Release;
  readonly supersededBy: string | null;
  readonly frame: Frame;
}): Html {
  const { rejects, rows_rejected: rejected } = release;
  return (
    <Page
      {...frame}
      title={`Release: ${release.title}`}
      current="data"
      exact={false}
      before={<Breadcrumbs items={[{ text: 'Data', href: '/data' }, { text: release.title }]} />}
    >
      <h1 class="govuk-heading-l">{release.title}</h1>
      <Answer>{answer(release)}</Answer>
      <SummaryList
        rows={[
          { key: { text: 'Publisher' }, value: { text: release.publisher } },
          { key: { text: 'Licence' }, value: { text: release.licence } },
          { key: { text: 'Address' }, value: { text: release.address } },
          { key: { text: 'Covers' }, value: { text: covers(release) } },
          { key: { text: 'Published' }, value: { text: published(release) } },
          {
            key: { text: 'Imported' },
            value: { text: dateName(release.imported_at.slice(0, 10) as IsoDate) },
          },
          {
            key: { text: 'File' },
            value: {
              text: `${fileName(release.path)}${release.member === null ? '' : ` in ${release.member}`}, ${release.bytes.toLocaleString('en-GB')} bytes`,
            },
          },
          { key: { text: 'SHA-256' }, value: { html: <code class="hash">{release.sha256}</code> } },
          { key: { text: 'Release' }, value: { html: <code class="hash">{release.release}</code> } },
          { key: { text: 'Source' }, value: { text: `${release.source}, table ${release.table}` } },
          release.places !== undefined && {
            key: { text: 'Placed' },
            value: {
              html: (
                <>
                  {placesCounted(release.places)} By the outlines of{' '}
                  {release.derived_from.map((id, at) => (
                    <>
                      {at === 0 ? '' : ', '}
                      <a class="govuk-link" href={`/data/${id}`}>
                        {id}
                      </a>
                    </>
                  ))}
                  .
                </>
              ),
            },
          },
          release.supersedes !== null && {
            key: { text: 'Supersedes' },
            value: {
              html: (
                <a class="govuk-link" href={`/data/${release.supersedes}`}>
                  {release.supersedes}
                </a>
              ),
            },
          },
          supersededBy !== null && {
            key: { text: 'Superseded by' },
            value: {
              html: (
                <a class="govuk-link" href={`/data/${supersededBy}`}>
                  {supersededBy}
                </a>
              ),
            },
          },
        ]}
      />
      {release.warnings.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Warnings</h2>
          <ul class="govuk-list govuk-list--bullet">
            {release.warnings.map((warning) => (
              <li>{warning}</li>
            ))}
          </ul>
        </>
      )}
      <h2 class="govuk-heading-m">Rows turned away</h2>
      {rejects.length === 0 ? (
        <p class="govuk-body">None.</p>
      ) : (
        <ScrollRegion label="Rows turned away">
          <Table
            caption={
              rejected > rejects.length
                ? `The first ${rejects.length} of ${rejected.toLocaleString('en-GB')}`
                : `All ${rejected.toLocaleString('en-GB')}`
            }
            head={[
              { text: 'Line', format: 'numeric' },
              { text: 'Column' },
              { text: 'Reason' },
              { text: 'Text' },
            ]}
            rows={rejects.map(({ line, column, reason, text }) => [
              { text: line ?? 'not known', format: 'numeric' },
              { text: column ?? 'whole row' },
              { text: reason },
              { html: <code>{text}</code> },
            ])}
          />
        </ScrollRegion>
      )}
    </Page>
  );
}

function answer({ rows, rows_read, rows_rejected, duplicates }: Release): string {
  const number = (value: number): string => value.toLocaleString('en-GB');
  const repeats = duplicates === 0 ? 'no exact repeats' : `${number(duplicates)} exact repeats`;
  return `${number(rows_read)} rows were read and gave ${number(rows)}; ${rows_rejected === 0 ? 'none was' : `${number(rows_rejected)} were`} turned away, and ${repeats} were met.`;
}

/** The name alone: the folders of somebody's machine are nobody's business. */
function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
