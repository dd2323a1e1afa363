import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAreas, loadBreaks, loadComparators } from './areas/index.ts';
import { DataDoubts, loadChecks } from './checks/index.ts';
import type { ReadingSide } from './evidence/index.ts';
import { CATALOGUE_DIR } from './foundation/catalogue-dir.ts';
import { ILLUSTRATIVE_DIR } from './illustrative/index.ts';
import { Lake } from './lake/lake.ts';
import { openWorkspace } from './lake/workspace.ts';
import { DefinitionHistory, loadMeasures } from './measures/index.ts';

/**
 * Builds the program's reading side for a workspace: catalogue first, then the lake under it. Recipes that the workspace has
 * not used before are kept in its history, so that a later change of definition can be told from a change of data.
 */
export function buildApp(workspaceDir: string, now: () => Date = () => new Date()): ReadingSide {
  const workspace = openWorkspace(workspaceDir);
  const areas = loadAreas(CATALOGUE_DIR);
  const measures = loadMeasures(CATALOGUE_DIR);
  new DefinitionHistory(workspace).record(measures, now());
  const lake = new Lake(workspace);
  const checks = loadChecks(CATALOGUE_DIR);
  return {
    workspace,
    version: programVersion(),
    areas,
    comparators: loadComparators(CATALOGUE_DIR, areas),
    // What broke series of the real world did not happen in the made-up one.
    breaks: loadBreaks(workspace.kind === 'illustrative' ? ILLUSTRATIVE_DIR : CATALOGUE_DIR, areas),
    measures,
    lake,
    doubts: new DataDoubts({ lake, areas, checks, today: now().toISOString().slice(0, 10) }),
  };
}

/** The version in package.json. */
export function programVersion(): string {
  const text = readFileSync(join(import.meta.dirname, '../package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
