/** What became of a field in a record. Every record has one status; together they are all records. */
export const STATUSES = ['recorded', 'conflicting', 'not-stated', 'refused', 'unknown', 'missing'] as const;
export type Status = (typeof STATUSES)[number];

/** Words of a publisher that stand for a status. */
export type SaidStatus = 'not-stated' | 'refused' | 'unknown' | 'missing';
