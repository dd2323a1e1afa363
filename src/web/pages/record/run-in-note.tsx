import { classNames } from '../../components/attributes.ts';
import type { Children, Html } from '../../components/html.ts';

/** A note of the margin whose head runs into its words, so that a paragraph with many notes is not pulled apart. */
export function RunInNote({
  id,
  head,
  quiet = false,
  children,
}: {
  readonly id?: string;
  readonly head?: Html;
  readonly quiet?: boolean;
  readonly children: Children;
}): Html {
  return (
    <li class={classNames('margin-note', 'margin-note--run-in', quiet && 'margin-note--quiet')} id={id}>
      <p class="margin-note__reading">
        {head && <span class="margin-note__head">{head}</span>}
        {head && ' · '}
        {children}
      </p>
    </li>
  );
}
