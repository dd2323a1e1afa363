import type { Children, Html } from '../html.ts';

/**
 * A box in which something wide (a table, a map) scrolls by itself, so that the page never scrolls sideways.
 * It takes the keyboard's focus, for arrow keys to scroll it, and so needs a name.
 */
export function ScrollRegion({
  label,
  children,
}: {
  readonly label: string;
  readonly children: Children;
}): Html {
  return (
    <div class="scroll-region" role="region" aria-label={label} tabindex={0}>
      {children}
    </div>
  );
}
