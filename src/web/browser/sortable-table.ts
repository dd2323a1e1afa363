type Direction = 'ascending' | 'descending';

/** Gives each heading with `aria-sort` a button that sorts the rows by its column, and says aloud what was done. */
export function makeSortable(table: HTMLTableElement): void {
  const body = table.tBodies[0];
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])];
  if (body === undefined) return;
  const status = document.createElement('div');
  status.className = 'govuk-visually-hidden';
  status.setAttribute('role', 'status');
  table.after(status);

  for (const heading of headings) {
    if (!heading.hasAttribute('aria-sort')) continue;
    const words = heading.textContent.trim();
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sortable-table__button';
    button.append(...heading.childNodes);
    heading.replaceChildren(button);
    button.addEventListener('click', () => {
      const direction: Direction =
        heading.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
      for (const other of headings)
        if (other.hasAttribute('aria-sort')) other.setAttribute('aria-sort', 'none');
      heading.setAttribute('aria-sort', direction);
      // Headings of groups mean nothing once the rows stand in another order.
      for (const row of body.querySelectorAll('tr:has(> [data-group-heading])')) row.remove();
      body.append(...sortedRows([...body.rows], heading.cellIndex, direction));
      status.textContent = `Sorted by ${words}, ${direction}`;
    });
  }
}

/** Numbers by size, words by the alphabet, cells without a value last either way; equal rows keep their order. */
function sortedRows(
  rows: readonly HTMLTableRowElement[],
  column: number,
  direction: Direction,
): HTMLTableRowElement[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, value: sortValue(row.cells[column]) }))
    .toSorted((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      if (typeof a.value === 'number' && typeof b.value === 'number') return sign * (a.value - b.value);
      return sign * String(a.value).localeCompare(String(b.value), 'en-GB', { numeric: true });
    })
    .map(({ row }) => row);
}

function sortValue(cell: HTMLTableCellElement | undefined): string | number | null {
  const text = (cell?.dataset['sortValue'] ?? cell?.textContent ?? '').trim();
  if (text === '') return null;
  const number = Number(text.replaceAll(',', '').replace('−', '-').replace(/%$/, ''));
  return Number.isNaN(number) ? text : number;
}
