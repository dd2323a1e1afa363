import { type Attributes, attributeProps, classNames } from './attributes.ts';
import { ErrorMessage, type ErrorMessageProps } from './error-message/error-message.tsx';
import { Hint, type HintProps } from './hint/hint.tsx';
import { type Children, type Content, type Html, contentOf, hasContent } from './html.ts';

/** The box around a field; an error gives it a red rule at its left. */
export interface FormGroupOptions {
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Something printed just before or after a field. */
export type Beside = Content | undefined;

export interface FormGroupProps {
  readonly group: FormGroupOptions | undefined;
  readonly failed: boolean;
  readonly children: Children;
}

/** The box around one field, its label, hint and error. */
export function FormGroup({ group, failed, children }: FormGroupProps): Html {
  return (
    <div
      class={classNames('govuk-form-group', failed && 'govuk-form-group--error', group?.classes)}
      {...attributeProps(group?.attributes)}
    >
      {children}
    </div>
  );
}

/** The hint and the error message of the field with this id; their ids are `ID-hint` and `ID-error`. */
export function FieldNotes({
  id,
  hint,
  errorMessage,
}: {
  readonly id: string;
  readonly hint: HintProps | undefined;
  readonly errorMessage: ErrorMessageProps | undefined;
}): Html {
  return (
    <>
      {hint && <Hint {...hint} id={`${id}-hint`} />}
      {errorMessage && <ErrorMessage {...errorMessage} id={`${id}-error`} />}
    </>
  );
}

/** What is printed beside a field, or nothing. */
export function beside(content: Beside): Children {
  return hasContent(content) ? contentOf(content) : null;
}
