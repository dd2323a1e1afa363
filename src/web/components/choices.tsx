import { type Attributes, attributeProps, classNames, idList } from './attributes.ts';
import type { ErrorMessageProps } from './error-message/error-message.tsx';
import { Fieldset, type FieldsetProps } from './fieldset/fieldset.tsx';
import { type Beside, FieldNotes, FormGroup, type FormGroupOptions, beside } from './form-group.tsx';
import { Hint, type HintProps } from './hint/hint.tsx';
import { type Content, type Html, type Maybe, hasContent, present } from './html.ts';
import { Label } from './label/label.tsx';

/** One radio button or checkbox. */
export interface Choice extends Content {
  readonly value: string | number;
  readonly id?: string | undefined;
  /** A checkbox may carry its own name. */
  readonly name?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly hint?: HintProps | undefined;
  readonly label?:
    { readonly classes?: string | undefined; readonly attributes?: Attributes | undefined } | undefined;
  /** Shown only while this choice is made (always shown without script). */
  readonly conditional?: { readonly html?: Html | undefined } | undefined;
  /** "exclusive" unticks the other checkboxes. */
  readonly behaviour?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** A word between choices, such as "or". */
export interface ChoiceDivider {
  readonly divider: string;
}

/** Options that radios and checkboxes share. */
export interface ChoicesProps {
  readonly name: string;
  /** Start of the ids of the choices; the name unless given. */
  readonly idPrefix?: string | undefined;
  readonly items: readonly Maybe<Choice | ChoiceDivider>[];
  readonly fieldset?: FieldsetProps | undefined;
  readonly hint?: HintProps | undefined;
  readonly errorMessage?: ErrorMessageProps | undefined;
  readonly formGroup?:
    (FormGroupOptions & { readonly beforeInputs?: Beside; readonly afterInputs?: Beside }) | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

interface Kind {
  readonly block: 'govuk-radios' | 'govuk-checkboxes';
  readonly type: 'radio' | 'checkbox';
  /** Whether a choice is ticked when it does not say so itself. */
  readonly chosen: (value: string | number) => boolean;
  /** Ids that describe every choice where there is no fieldset to carry them. */
  readonly describedBy?: string | undefined;
}

/** Radio buttons or checkboxes with their legend, hint and error. */
export function choices(props: ChoicesProps, kind: Kind): Html {
  const { fieldset, hint, errorMessage, formGroup } = props;
  const prefix = props.idPrefix || props.name;
  const describedBy = idList(
    fieldset?.describedBy ?? kind.describedBy,
    hint && `${prefix}-hint`,
    errorMessage && `${prefix}-error`,
  );
  const inner = (
    <>
      <FieldNotes id={prefix} hint={hint} errorMessage={errorMessage} />
      <div
        class={classNames(kind.block, props.classes)}
        {...attributeProps(props.attributes)}
        data-module={kind.block}
      >
        {beside(formGroup?.beforeInputs)}
        {numbered(props.items).map(([index, item]) =>
          'divider' in item ? (
            <div class={`${kind.block}__divider`}>{item.divider}</div>
          ) : (
            choice(item, {
              kind,
              // The first id carries no number, so that an error summary can point at it.
              id: item.id || (index > 1 ? `${prefix}-${index}` : prefix),
              name: kind.type === 'checkbox' ? item.name || props.name : props.name,
              describedBy: kind.type === 'checkbox' && !fieldset ? describedBy : undefined,
            })
          ),
        )}
        {beside(formGroup?.afterInputs)}
      </div>
    </>
  );
  return (
    <FormGroup group={formGroup} failed={errorMessage !== undefined}>
      {fieldset ? (
        <Fieldset
          describedBy={describedBy}
          classes={fieldset.classes}
          attributes={fieldset.attributes}
          legend={fieldset.legend}
        >
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  );
}

/** Items that are there with their place in the list as it was given; left-out items count, as in govuk-frontend. */
function numbered(items: ChoicesProps['items']): [number, Choice | ChoiceDivider][] {
  return items.flatMap((item, index) =>
    present([item]).map((kept): [number, Choice | ChoiceDivider] => [index + 1, kept]),
  );
}

interface Placed {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
  readonly describedBy: string | undefined;
}

function choice(item: Choice, { kind, id, name, describedBy }: Placed): Html {
  const { block, type } = kind;
  const checked = item.checked ?? kind.chosen(item.value);
  const hinted = hasContent(item.hint);
  const conditional = item.conditional?.html || undefined;
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={name}
          type={type}
          value={item.value}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={conditional && `conditional-${id}`}
          data-behaviour={item.behaviour}
          aria-describedby={idList(describedBy, hinted && `${id}-item-hint`)}
          {...attributeProps(item.attributes)}
        />
        <Label
          html={item.html}
          text={item.text}
          classes={classNames(`${block}__label`, item.label?.classes)}
          attributes={item.label?.attributes}
          for={id}
        />
        {hinted && (
          <Hint
            {...item.hint}
            id={`${id}-item-hint`}
            classes={classNames(`${block}__hint`, item.hint?.classes)}
          />
        )}
      </div>
      {conditional && (
        <div
          class={classNames(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {conditional}
        </div>
      )}
    </>
  );
}
