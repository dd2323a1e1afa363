import type { Html } from '../components/html.ts';

/** Whose data, whose program, which version. */
export function PageFooter({
  illustrative,
  version,
}: {
  readonly illustrative: boolean;
  readonly version?: string | undefined;
}): Html {
  return (
    <footer class="page-footer">
      <div class="govuk-width-container">
        <p>
          {illustrative ? 'Every figure here is made up; nobody published it.' : <Licensed />} Scrutineer is
          not a publication of the police, of the Home Office or of any oversight body.
        </p>
        <p>Scrutineer{version && ` ${version}`}, open-source software under the MIT licence.</p>
      </div>
    </footer>
  );
}

function Licensed(): Html {
  return (
    <>
      Contains public sector information licensed under the{' '}
      <a
        class="govuk-link"
        href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
        rel="license"
      >
        Open Government Licence v3.0
      </a>
      ; the publisher of each figure is named beside it.
    </>
  );
}
