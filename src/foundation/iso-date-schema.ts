import { z } from 'zod';
import { isIsoDate, type IsoDate } from './iso-date.ts';

/** A calendar date in a file that a person edits. */
export const isoDateSchema = z.custom<IsoDate>(
  (value) => typeof value === 'string' && isIsoDate(value),
  'not a date (YYYY-MM-DD)',
);
