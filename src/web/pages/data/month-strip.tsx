import { monthInWords } from '../../../evidence/index.ts';
import type { Html } from '../../components/html.ts';
import type { Coverage } from './coverage.ts';

const WIDTH = 360;
const HEIGHT = 16;

/** A strip with a cell a month: solid where it is held, hatched where it is missing. */
export function MonthStrip({
  coverage,
  id,
  illustrative,
}: {
  readonly coverage: Coverage;
  readonly id: string;
  readonly illustrative: boolean;
}): Html {
  const { months, from, to, held, missing } = coverage;
  const cell = WIDTH / Math.max(1, months.length);
  return (
    <span class="month-strip">
      <svg
        role="img"
        aria-labelledby={`${id}-title`}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width={WIDTH}
        height={HEIGHT}
        preserveAspectRatio="none"
      >
        <title
          id={`${id}-title`}
        >{`${illustrative ? 'Illustrative: ' : ''}${held} of ${months.length} months held, ${missing.length} missing`}</title>
        <defs>
          <pattern
            id={`${id}-hatch`}
            width="4"
            height="4"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="4" height="4" fill="#fff" />
            <line x1="0" x2="0" y1="0" y2="4" stroke="#a8480a" stroke-width="2.4" />
          </pattern>
        </defs>
        {months.map(({ held: is }, index) => (
          <rect
            x={round(index * cell)}
            y="0"
            width={round(Math.max(0.5, cell - (cell > 3 ? 0.75 : 0)))}
            height={HEIGHT}
            fill={is ? '#5c6770' : `url(#${id}-hatch)`}
          />
        ))}
      </svg>
      <span class="month-strip__ends">
        <span>{monthInWords(from)}</span>
        <span>{monthInWords(to)}</span>
      </span>
    </span>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
