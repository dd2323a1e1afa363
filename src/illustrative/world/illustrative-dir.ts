import { join } from 'node:path';

/** Where the numbers of the made-up world are kept, for whoever wants another world. */
export const ILLUSTRATIVE_DIR = join(import.meta.dirname, '../../../illustrative');
