import type { Children, Html } from '../../web/components/html.ts';

/** A numbered part of a pack; its number and address are the same on screen and on paper. */
export function PackSection({
  number,
  title,
  children,
}: {
  readonly number: number;
  readonly title: string;
  readonly children: Children;
}): Html {
  return (
    <section class="pack-section" aria-labelledby={`section-${number}`}>
      <h2 class="govuk-heading-l" id={`section-${number}`}>
        <span class="pack-number">{number}</span> {title}
      </h2>
      {children}
    </section>
  );
}
