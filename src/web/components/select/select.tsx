import { type Attributes, attributeProps, classNames, idList } from '../attributes.ts';
import type { ErrorMessageProps } from '../error-message/error-message.tsx';
import { type Beside, FieldNotes, FormGroup, type FormGroupOptions, beside } from '../form-group.tsx';
import type { HintProps } from '../hint/hint.tsx';
import { type Html, type Maybe, present } from '../html.ts';
import { Label, type LabelProps } from '../label/label.tsx';

export interface SelectOption {
  readonly text: string;
  /** The text unless given. */
  readonly value?: string | number | undefined;
  readonly selected?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface SelectProps {
  readonly name: string;
  /** The name unless given. */
  readonly id?: string | undefined;
  readonly items: readonly Maybe<SelectOption>[];
  /** Value of the option to select. An option's own `selected` goes before it. */
  readonly value?: string | number | undefined;
  readonly label: LabelProps;
  readonly hint?: HintProps | undefined;
  readonly errorMessage?: ErrorMessageProps | undefined;
  readonly formGroup?:
    (FormGroupOptions & { readonly beforeInput?: Beside; readonly afterInput?: Beside }) | undefined;
  readonly describedBy?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** A choice from a list with its label, hint and error, as govuk-frontend's select. */
export function Select(props: SelectProps): Html {
  const { hint, errorMessage, formGroup } = props;
  const id = props.id || props.name;
  return (
    <FormGroup group={formGroup} failed={errorMessage !== undefined}>
      <Label {...props.label} for={id} />
      <FieldNotes id={id} hint={hint} errorMessage={errorMessage} />
      {beside(formGroup?.beforeInput)}
      <select
        class={classNames('govuk-select', props.classes, errorMessage && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={idList(props.describedBy, hint && `${id}-hint`, errorMessage && `${id}-error`)}
        {...attributeProps(props.attributes)}
      >
        {present(props.items).map((item) => option(item, props.value))}
      </select>
      {beside(formGroup?.afterInput)}
    </FormGroup>
  );
}

function option(item: SelectOption, value: string | number | undefined): Html {
  const matches = Boolean(value) && (item.value ?? item.text) === value;
  return (
    <option
      value={item.value}
      selected={item.selected ?? matches}
      disabled={item.disabled}
      {...attributeProps(item.attributes)}
    >
      {item.text}
    </option>
  );
}
