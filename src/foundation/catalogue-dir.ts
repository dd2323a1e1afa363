import { join } from 'node:path';

/** The folder of what analysts edit: measures, areas, comparators, labels. */
export const CATALOGUE_DIR = join(import.meta.dirname, '../../catalogue');
