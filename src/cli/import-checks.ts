import type { Areas } from '../areas/index.ts';
import { loadChecks, runChecks, type Problem } from '../checks/index.ts';
import { CATALOGUE_DIR } from '../foundation/catalogue-dir.ts';
import { Lake } from '../lake/lake.ts';
import type { Workspace } from '../lake/workspace.ts';
import type { FileReport } from '../sources/importer/report.ts';

/** The checks that read no more than a count for each month, so that an import need not wait for them. */
const QUICK: ReadonlySet<string> = new Set(['short-month', 'missing-months', 'repeated-rows']);

/**
 * What fails the quick checks in the publications that an import touched, as far as it is of files just imported. The other
 * checks are made when a question is asked, or by `scrutineer check-data`.
 */
export async function checkImported(
  workspace: Workspace,
  areas: Areas,
  files: readonly FileReport[],
  today: string,
): Promise<readonly Problem[]> {
  const imported = files.filter(({ status }) => status === 'imported');
  if (imported.length === 0) return [];
  const releases = new Set(imported.map(({ release }) => release));
  const sources = new Set(imported.flatMap(({ source }) => source ?? []));
  const lake = new Lake(workspace);
  try {
    const checks = loadChecks(CATALOGUE_DIR).filter(({ kind }) => QUICK.has(kind));
    const found = await runChecks(checks, { lake, areas, today, sources });
    return found.filter(
      (problem) => problem.releases.length === 0 || problem.releases.some((each) => releases.has(each)),
    );
  } finally {
    lake.close();
  }
}
