import type { Areas } from '../../areas/index.ts';
import { RowFault } from '../table/row-fault.ts';
import type { PopulationArea } from './population-sums.ts';

/** Codes of local authorities in England and Wales; our own areas hold only those of London. */
const AUTHORITY_CODE = /^(E0[6-9]|W06)\d{6}$/;

/**
 * The area of an official code: one of ours (a borough, a nation), or else a local authority under its published name.
 * @throws RowFault for a code that is neither
 */
export function authorityOf(areas: Areas, code: string, name: string, column: string): PopulationArea {
  const known = areas.byCode(code);
  if (known) return { name: known.name, type: known.type };
  if (AUTHORITY_CODE.test(code) && name !== '') return { name: name.trim(), type: 'authority' };
  throw new RowFault(column, `unknown area "${name}" (${code === '' ? 'no code' : `code ${code}`})`);
}
