import type { Html } from '../html.ts';

/** A file that holds the same numbers. */
export interface Download {
  readonly href: string;
  /** "CSV", "JSON", "SVG" … */
  readonly format: string;
  /** What it holds, read by screen readers after the format: "robbery, all boroughs". */
  readonly describes: string;
}

/** "Download: CSV · JSON · SVG". Nothing is printed when there is nothing to download. */
export function DownloadLinks({ downloads }: { readonly downloads: readonly Download[] }): Html {
  if (downloads.length === 0) return <></>;
  return (
    <p class="download-links">
      Download{' '}
      {downloads.map(({ href, format, describes }) => (
        <>
          <a class="govuk-link" href={href} download="">
            {format}
            <span class="govuk-visually-hidden"> of {describes}</span>
          </a>{' '}
        </>
      ))}
    </p>
  );
}
