import type { Html } from '../../components/html.ts';
import { ScrollRegion } from '../../components/scroll-region/scroll-region.tsx';
import { Table } from '../../components/table/table.tsx';
import { rangeText, ratioText } from './answer.ts';
import type { Disparity } from './disparity.ts';
import { COMPARED } from './ethnic-groups.ts';
import type { LensRatio } from './lenses.ts';
import { doneTo, type Power } from './power.ts';

/** Ways of dividing side by side, each with what it cannot say. */
export function LensTable({
  power,
  disparity: { lenses, span },
}: {
  readonly power: Power;
  readonly disparity: Disparity;
}): Html {
  if (lenses.length === 0) return <></>;
  const caption = `How many times as often as White people each group was ${doneTo(power.people)}, ${span}, by what it is divided by`;
  return (
    <ScrollRegion label={caption}>
      <Table
        caption={caption}
        classes="lens-table"
        firstCellIsHeader
        head={[{ text: 'Divided by' }, ...COMPARED.map((text) => ({ text, format: 'numeric' }))]}
        rows={lenses.map(({ title, caveat, ratios }) => [
          {
            html: (
              <>
                {title}
                <span class="lens-table__caveat">{caveat}</span>
              </>
            ),
          },
          ...COMPARED.map((group) => ({ html: <Ratio ratio={ratios[group]} />, format: 'numeric' })),
        ])}
      />
    </ScrollRegion>
  );
}

function Ratio({ ratio }: { readonly ratio: LensRatio | undefined }): Html {
  if (ratio === undefined) return <span class="quiet">not available</span>;
  const { ratio: estimate } = ratio;
  const range = ratio.lower === null && ratio.upper === null ? null : rangeText(ratio);
  if (estimate === null) return <>{range ?? 'not available'}</>;
  return (
    <>
      <strong>{ratioText(estimate)}</strong>
      {range !== null && <span class="measures-table__small">{range}</span>}
    </>
  );
}
