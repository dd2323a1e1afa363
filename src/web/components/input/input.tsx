import type { JSX } from 'hono/jsx';
import { type Attributes, attributeProps, classNames, idList } from '../attributes.ts';
import type { ErrorMessageProps } from '../error-message/error-message.tsx';
import { type Beside, FieldNotes, FormGroup, type FormGroupOptions, beside } from '../form-group.tsx';
import type { HintProps } from '../hint/hint.tsx';
import { type Content, type Html, contentOf, hasContent } from '../html.ts';
import { Label, type LabelProps } from '../label/label.tsx';

/** A unit or sign printed at one end of the field and hidden from screen readers. */
export interface Affix extends Content {
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

type Autocapitalize = JSX.IntrinsicElements['input']['autocapitalize'];
type Inputmode = JSX.IntrinsicElements['input']['inputmode'];

export interface InputProps {
  readonly name: string;
  /** The name unless given. */
  readonly id?: string | undefined;
  readonly type?: string | undefined;
  readonly value?: string | number | undefined;
  readonly label: LabelProps;
  readonly hint?: HintProps | undefined;
  readonly errorMessage?: ErrorMessageProps | undefined;
  readonly prefix?: Affix | undefined;
  readonly suffix?: Affix | undefined;
  readonly formGroup?:
    (FormGroupOptions & { readonly beforeInput?: Beside; readonly afterInput?: Beside }) | undefined;
  readonly inputWrapper?: FormGroupOptions | undefined;
  readonly describedBy?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  readonly autocapitalize?: Autocapitalize | undefined;
  readonly pattern?: string | undefined;
  readonly inputmode?: Inputmode | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** A one-line text field with its label, hint and error, as govuk-frontend's text input. */
export function Input(props: InputProps): Html {
  const { hint, errorMessage, prefix, suffix, formGroup } = props;
  const id = props.id || props.name;
  const wrapped = [prefix, suffix, formGroup?.beforeInput, formGroup?.afterInput].some((part) =>
    hasContent(part),
  );
  const field = inputElement(props, id);
  return (
    <FormGroup group={formGroup} failed={errorMessage !== undefined}>
      <Label {...props.label} for={id} />
      <FieldNotes id={id} hint={hint} errorMessage={errorMessage} />
      {wrapped ? (
        <div
          class={classNames('govuk-input__wrapper', props.inputWrapper?.classes)}
          {...attributeProps(props.inputWrapper?.attributes)}
        >
          {beside(formGroup?.beforeInput)}
          {affixElement(prefix, 'prefix')}
          {field}
          {affixElement(suffix, 'suffix')}
          {beside(formGroup?.afterInput)}
        </div>
      ) : (
        field
      )}
    </FormGroup>
  );
}

function inputElement(props: InputProps, id: string): Html {
  return (
    <input
      class={classNames('govuk-input', props.classes, props.errorMessage && 'govuk-input--error')}
      id={id}
      name={props.name}
      type={props.type || 'text'}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={idList(
        props.describedBy,
        props.hint && `${id}-hint`,
        props.errorMessage && `${id}-error`,
      )}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      {...attributeProps(props.attributes)}
    />
  );
}

function affixElement(affix: Affix | undefined, kind: 'prefix' | 'suffix'): Html | null {
  if (affix === undefined || !hasContent(affix)) return null;
  return (
    <div
      class={classNames(`govuk-input__${kind}`, affix.classes)}
      aria-hidden="true"
      {...attributeProps(affix.attributes)}
    >
      {contentOf(affix)}
    </div>
  );
}
