import type { Html } from '../../components/html.ts';
import { Page } from '../../layout/page.tsx';
import type { Frame } from '../frame.ts';

/** A page that could not be shown: what is wrong in the heading, what to do about it under it. */
export function ErrorPage({
  heading,
  lines,
  frame,
}: {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly frame: Frame;
}): Html {
  return (
    <Page {...frame} title={heading}>
      <h1 class="govuk-heading-l">{heading}</h1>
      {lines.map((line) => (
        <p class="govuk-body">{line}</p>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          The record
        </a>
        ,{' '}
        <a class="govuk-link" href="/measures">
          all measures
        </a>{' '}
        and{' '}
        <a class="govuk-link" href="/data">
          the data held
        </a>{' '}
        are ways on.
      </p>
    </Page>
  );
}
