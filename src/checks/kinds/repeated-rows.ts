import type { CheckOf } from '../check-schema.ts';
import type { Problem } from '../problem.ts';
import { sourcesHeld, type Scope } from '../scope.ts';
import { monthsName, percent, whole } from '../words.ts';
import { problemOf } from './problem-of.ts';

/** Files of which a large part are exact repeats of other rows: most likely the same rows twice. The importer has counted them. */
export function checkRepeatedRows(check: CheckOf<'repeated-rows'>, scope: Scope): Problem[] {
  return scope.lake.releases().flatMap((release) => {
    const { table, source, force, duplicates, rows_read: read, from, to } = release;
    if (!check.tables.includes(table) || !sourcesHeld(scope, table, [source]).includes(source)) return [];
    if (read < check.rows || duplicates <= check.above * read || from === null || to === null) return [];
    return [
      problemOf(
        check,
        scope,
        table,
        { source, part: force === null ? {} : { force } },
        {
          from,
          to,
          releases: [release.release],
          seen: `${release.title}, ${monthsName(from, to)}: ${whole(duplicates)} of ${whole(read)} rows (${percent(duplicates / read)}) repeat another row exactly.`,
          rule: `More than ${percent(check.above)} of the rows of a file repeat others. People searched together look alike, but so many do not.`,
        },
      ),
    ];
  });
}
