import type { Children, Html } from './html.ts';

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** A heading whose level is decided by where it stands. */
export function Heading({
  level,
  children,
  ...attributes
}: {
  readonly level: HeadingLevel;
  readonly class?: string | undefined;
  readonly id?: string | undefined;
  readonly children?: Children;
}): Html {
  // All six take the same attributes, so one name stands for them in the types.
  const Level = `h${level}` as 'h1';
  return <Level {...attributes}>{children}</Level>;
}
