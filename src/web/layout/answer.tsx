import type { Children, Html } from '../components/html.ts';

/** The answer in one sentence, with which every page begins. */
export function Answer({ children }: { readonly children: Children }): Html {
  return <p class="answer">{children}</p>;
}

/** The last part of a page: sources, method, definition and what is not known. */
export function HowWeKnow({
  title = 'How we know',
  children,
}: {
  readonly title?: string | undefined;
  readonly children: Children;
}): Html {
  return (
    <section class="how-we-know" aria-labelledby="how-we-know">
      <h2 class="govuk-heading-m" id="how-we-know">
        {title}
      </h2>
      {children}
    </section>
  );
}
