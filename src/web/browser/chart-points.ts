/**
 * Reads the points of charts to whoever points at them or steps through them with the arrow keys. The words come from the
 * chart's own table in the page (a mark's `data-row` is its row there), so picture and table cannot disagree.
 */
export function explainChartPoints(root: ParentNode): void {
  for (const figure of root.querySelectorAll<HTMLElement>('.chart-figure')) {
    const rows = [...figure.querySelectorAll<HTMLTableRowElement>('.chart-figure__numbers tbody tr')];
    for (const picture of figure.querySelectorAll<HTMLElement>('.chart-figure__picture'))
      explain(picture, rows);
  }
}

function explain(picture: HTMLElement, rows: readonly HTMLTableRowElement[]): void {
  const marks = marksInOrder(picture, rows.length);
  if (marks.length === 0) return;
  const tip = document.createElement('div');
  tip.className = 'chart-tip';
  tip.setAttribute('role', 'status');
  tip.hidden = true;
  picture.append(tip);
  picture.tabIndex = 0;
  picture.setAttribute('role', 'group');
  picture.setAttribute('aria-label', 'Chart: step through its points with the left and right arrow keys');

  let at = -1;
  const show = (index: number): void => {
    const mark = marks[index];
    const row = mark === undefined ? undefined : rows[rowOf(mark)];
    if (mark === undefined || row === undefined) return;
    for (const other of marks) other.classList.toggle('chart-point--current', other === mark);
    at = index;
    tip.textContent = wordsOf(row);
    tip.hidden = false;
    place(tip, mark, picture);
  };
  const hide = (): void => {
    tip.hidden = true;
    marks[at]?.classList.remove('chart-point--current');
  };

  picture.addEventListener('pointermove', (event) => show(nearest(marks, event)));
  picture.addEventListener('pointerleave', hide);
  picture.addEventListener('blur', hide);
  picture.addEventListener('keydown', (event) => {
    const next = step(event.key, at, marks.length);
    if (event.key === 'Escape') hide();
    if (next === null) return;
    event.preventDefault();
    show(next);
  });
}

/** The first arrow key goes to the newest point, which is what most readers are after. */
function step(key: string, at: number, count: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  if (at < 0) return count - 1;
  return Math.min(count - 1, Math.max(0, at + (key === 'ArrowRight' ? 1 : -1)));
}

function marksInOrder(picture: HTMLElement, rows: number): SVGGraphicsElement[] {
  return [...picture.querySelectorAll<SVGGraphicsElement>('[data-row]')]
    .filter((mark) => rowOf(mark) >= 0 && rowOf(mark) < rows)
    .toSorted((a, b) => rowOf(a) - rowOf(b));
}

function rowOf(mark: SVGElement): number {
  return Number(mark.dataset['row'] ?? -1);
}

function nearest(marks: readonly SVGGraphicsElement[], { clientX, clientY }: PointerEvent): number {
  const distances = marks.map((mark) => {
    const box = mark.getBoundingClientRect();
    return Math.hypot(box.x + box.width / 2 - clientX, (box.y + box.height / 2 - clientY) / 4);
  });
  return distances.indexOf(Math.min(...distances));
}

/** "July 2023. Value 2,893. Lower limit 2,310." */
function wordsOf(row: HTMLTableRowElement): string {
  const labels = [...(row.closest('table')?.tHead?.rows[0]?.cells ?? [])].map((cell) =>
    cell.textContent.trim(),
  );
  return [...row.cells]
    .map((cell, index) => ({
      label: index === 0 ? '' : `${labels[index] ?? ''} `,
      text: cell.textContent.trim(),
    }))
    .filter(({ text }) => text !== '' && text !== 'not available')
    .map(({ label, text }) => `${label}${text}.`)
    .join(' ');
}

function place(tip: HTMLElement, mark: SVGGraphicsElement, picture: HTMLElement): void {
  const box = mark.getBoundingClientRect();
  const frame = picture.getBoundingClientRect();
  const left = box.x + box.width / 2 - frame.x - tip.offsetWidth / 2;
  tip.style.left = `${Math.max(0, Math.min(frame.width - tip.offsetWidth, left))}px`;
  const above = box.y - frame.y - tip.offsetHeight - 10;
  tip.style.top = `${above >= 0 ? above : box.bottom - frame.y + 10}px`;
}
