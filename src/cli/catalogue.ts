import { loadAreas, loadBreaks } from '../areas/index.ts';
import { CATALOGUE_DIR } from '../foundation/catalogue-dir.ts';
import { Lake } from '../lake/lake.ts';
import { openWorkspace } from '../lake/workspace.ts';
import { loadMeasures, type MeasureContext } from '../measures/index.ts';

/** Opens a workspace's lake together with the catalogue, for commands that only read. */
export function openMeasures(workspace: string): MeasureContext {
  const areas = loadAreas(CATALOGUE_DIR);
  return {
    lake: new Lake(openWorkspace(workspace)),
    areas,
    breaks: loadBreaks(CATALOGUE_DIR, areas),
    measures: loadMeasures(CATALOGUE_DIR),
  };
}
