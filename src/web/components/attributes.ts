/** A value of an extra HTML attribute. With `optional: true`, empty values leave it out and `true` prints the bare name. */
export type AttributeValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | { readonly value: string | number | boolean | null | undefined; readonly optional?: boolean };

/** Extra HTML attributes of an element, as govuk-frontend's `attributes` option. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** Extra attributes as TSX props to spread. An empty value prints as `name=""`, as govuk-frontend does. */
export function attributeProps(attributes: Attributes | undefined): Record<string, string> {
  const props: Record<string, string> = {};
  for (const [name, given] of Object.entries(attributes ?? {})) {
    const option = typeof given === 'object' && given !== null ? given : { value: given, optional: false };
    if (option.optional === true) {
      if (option.value === null || option.value === undefined || option.value === false) continue;
      props[name] = option.value === true ? '' : String(option.value);
    } else {
      props[name] = option.value === null || option.value === undefined ? '' : String(option.value);
    }
  }
  return props;
}

/** Class names joined by a space, absent ones left out. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ');
}

/** Ids for aria-describedby joined by a space, or undefined when there is none (so that the attribute is left out). */
export function idList(...ids: readonly (string | false | null | undefined)[]): string | undefined {
  return classNames(...ids) || undefined;
}
