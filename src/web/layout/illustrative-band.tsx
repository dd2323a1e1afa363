import type { Html } from '../components/html.ts';

/** The band that stands at the top of every page, on screen and on paper, of a workspace that is made up. */
export function IllustrativeBand(): Html {
  return (
    <section class="illustrative-band" aria-label="Illustrative data">
      <strong>Illustrative data</strong> <span>Every figure here is made up.</span>
    </section>
  );
}
