import { type Attributes, attributeProps, classNames } from '../attributes.ts';
import { type Content, type Html, contentOf } from '../html.ts';

export interface ButtonProps extends Content {
  /** With an address it is a link that looks like a button. */
  readonly href?: string | undefined;
  readonly type?: 'button' | 'submit' | 'reset' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly id?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly preventDoubleClick?: boolean | undefined;
  readonly isStartButton?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** A button, or a link that looks like one, as govuk-frontend's button. */
export function Button(props: ButtonProps): Html {
  const { href, isStartButton = false, preventDoubleClick } = props;
  const common = {
    class: classNames('govuk-button', props.classes, isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...attributeProps(props.attributes),
    id: props.id,
  };
  const content = contentOf(props);
  const inner = (
    <>
      {/* A start button is a flex box, which would swallow the spaces between the parts of rich content. */}
      {isStartButton && props.html ? <span>{content}</span> : content}
      {isStartButton && <StartIcon />}
    </>
  );
  if (href !== undefined && href !== '') {
    return (
      <a href={href} role="button" draggable="false" {...common}>
        {inner}
      </a>
    );
  }
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value}
      name={props.name}
      disabled={props.disabled}
      aria-disabled={props.disabled === true ? 'true' : undefined}
      data-prevent-double-click={preventDoubleClick === undefined ? undefined : String(preventDoubleClick)}
      {...common}
    >
      {inner}
    </button>
  );
}

function StartIcon(): Html {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  );
}
