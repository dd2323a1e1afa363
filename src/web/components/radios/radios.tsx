import { type ChoicesProps, choices } from '../choices.tsx';
import type { Html } from '../html.ts';

export interface RadiosProps extends ChoicesProps {
  /** Value of the choice that is made. A choice's own `checked` goes before it. */
  readonly value?: string | number | undefined;
}

/** One choice of several, as govuk-frontend's radios. */
export function Radios(props: RadiosProps): Html {
  const { value } = props;
  return choices(props, {
    block: 'govuk-radios',
    type: 'radio',
    chosen: (own) => Boolean(value) && own === value,
  });
}
