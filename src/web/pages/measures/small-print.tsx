import type { Html } from '../../components/html.ts';
import type { SortableCell } from '../../components/sortable-table/sortable-table.tsx';

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

/** A figure over what qualifies it. */
export function qualifiedFigure(figure: string, small: string, sortValue: number | null): SortableCell {
  return {
    html: (
      <>
        {figure}
        <SmallPrint text={small} />
      </>
    ),
    format: 'numeric',
    sortValue,
  };
}
