import { type ChoicesProps, choices } from '../choices.tsx';
import type { Html } from '../html.ts';

export interface CheckboxesProps extends ChoicesProps {
  /** Values of the choices that are made. A choice's own `checked` goes before them. */
  readonly values?: readonly (string | number)[] | undefined;
  readonly describedBy?: string | undefined;
}

/** Any number of choices, as govuk-frontend's checkboxes. */
export function Checkboxes(props: CheckboxesProps): Html {
  return choices(props, {
    block: 'govuk-checkboxes',
    type: 'checkbox',
    chosen: (own) => props.values?.includes(own) ?? false,
    describedBy: props.describedBy,
  });
}
