import type { Html } from '../../components/html.ts';

/** What qualifies a figure, in small print under it. Figures keep together; a sentence may break. */
export function SmallPrint({ text }: { readonly text: string }): Html {
  const sentence = text.endsWith('.');
  return (
    <span
      class={sentence ? 'measures-table__small measures-table__small--sentence' : 'measures-table__small'}
    >
      {text}
    </span>
  );
}
