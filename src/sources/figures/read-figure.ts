import { AREA_TYPES, type AreaType } from '../../areas/index.ts';
import { endOfMonth, isIsoDate, parseIsoDate, type IsoDate } from '../../foundation/iso-date.ts';
import { nearest } from '../../foundation/nearest.ts';
import type { SourceContext } from '../source.ts';
import { areaNamed, count, decimal, missingMark } from '../table/cells.ts';
import { RowFault } from '../table/row-fault.ts';
import type { Figure, FigureColumn } from './figure.ts';
import { checkRatio, isShare } from './ratio.ts';

type Cell = (column: FigureColumn) => string;

const NAME = /^[a-z][a-z0-9-]*$/;

/**
 * Reads one row and checks it against itself.
 * @throws RowFault naming the column and what is wrong with it
 */
export function readFigure(cell: Cell, context: SourceContext): Figure {
  const type = areaType(cell('area_type'));
  const area = areaNamed(context.areas, cell('area'), [type], 'area');
  const [from, to] = span(cell('from'), cell('to'));
  const unit = cell('unit');
  if (unit === '') throw new RowFault('unit', 'the unit is blank: say what is counted');
  const mark = missingMark(cell('value'));
  const flag = flags(cell('flag') + (mark ?? ''));
  const figure: Figure = {
    area: area.name,
    area_type: area.type,
    measure: measureName(cell('measure'), context.knownMeasures),
    ...group(cell),
    from,
    to,
    value: mark === null ? decimal(cell('value'), 'value') : null,
    numerator: optional(cell, 'numerator'),
    denominator: optional(cell, 'denominator'),
    base: cell('base') === '' ? null : count(cell('base'), 'base'),
    unit,
    flag,
  };
  check(figure, cell('value'));
  return figure;
}

function check({ value, numerator, denominator, unit, flag }: Figure, printed: string): void {
  if (value === null) {
    if (flag === null)
      throw new RowFault(
        'value',
        'there is neither a value nor a flag that says why (x not available, c confidential)',
      );
    return;
  }
  if (isShare(unit) && (value < 0 || value > 1))
    throw new RowFault('value', `${printed} is not a share between 0 and 1`);
  if (numerator !== null && denominator !== null) checkRatio(printed, value, numerator, denominator, unit);
  else if (numerator !== null && numerator !== value)
    throw new RowFault(
      'numerator',
      `a numerator without a denominator is the count itself, but ${numerator} is not ${printed}`,
    );
}

function areaType(text: string): AreaType {
  const type = AREA_TYPES.find((each) => each === text.toLowerCase());
  if (type === undefined)
    throw new RowFault('area_type', `unknown type of area "${text}"; it is one of ${AREA_TYPES.join(', ')}`);
  return type;
}

function measureName(text: string, known: ReadonlySet<string> | undefined): string {
  if (!NAME.test(text))
    throw new RowFault('measure', `"${text}" is not the id of a measure (small letters, digits and hyphens)`);
  if (known === undefined || known.has(text)) return text;
  const near = nearest(text, known);
  throw new RowFault(
    'measure',
    `unknown measure "${text}"${near === null ? '' : ` (did you mean "${near}"?)`}`,
  );
}

function group(cell: Cell): Pick<Figure, 'group_type' | 'group_value'> {
  const [type, value] = [cell('group_type'), cell('group_value')];
  if (type === '' && value !== '')
    throw new RowFault('group_type', `it is not said what "${value}" is a group of`);
  if (type !== '' && !NAME.test(type))
    throw new RowFault(
      'group_type',
      `"${type}" is not the name of a grouping (small letters, digits and hyphens)`,
    );
  return { group_type: type === '' ? null : type, group_value: value === '' ? null : value };
}

/**
 * Days, or months, of which the first day of one and the last day of the other are meant. A period that ends with the day or the
 * month in which it begins need not say so again.
 */
function span(from: string, given: string): readonly [IsoDate, IsoDate] {
  const to = given === '' ? from : given;
  const [first, last] = [parseIsoDate(from), parseIsoDate(to)];
  if (first === null) throw new RowFault('from', `"${from}" is not a date (YYYY-MM-DD) or a month (YYYY-MM)`);
  if (last === null) throw new RowFault('to', `"${to}" is not a date (YYYY-MM-DD) or a month (YYYY-MM)`);
  const end = isIsoDate(to) ? last : endOfMonth(last);
  if (first > end) throw new RowFault('from', `the period ends (${to}) before it begins (${from})`);
  return [first, end];
}

function optional(cell: Cell, column: 'numerator' | 'denominator'): number | null {
  return cell(column) === '' ? null : decimal(cell(column), column);
}

/** Letters of status, once each, with or without brackets. */
function flags(text: string): string | null {
  const letters = [...new Set(text.toLowerCase().replaceAll(/[[\]\s]/g, ''))];
  const unknown = letters.find((letter) => !'cxprbue'.includes(letter));
  if (unknown !== undefined)
    throw new RowFault(
      'flag',
      `unknown flag "${text}"; flags are c (confidential), x (not available), p (provisional), r (revised), b (break), u (low reliability), e (estimated)`,
    );
  return letters.length === 0 ? null : letters.join('');
}
