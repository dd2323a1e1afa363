/** Checks: what in the data cannot be, or hardly can, and which figures it puts in doubt. */
export { DataDoubts } from './data-doubts.ts';
export { loadChecks } from './load-checks.ts';
export type { Problem } from './problem.ts';
export { runChecks } from './run-checks.ts';
