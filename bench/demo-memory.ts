/** Writes illustrative files of a scale and tells the process that started it how many megabytes it took at most. */
import { loadAreas } from '../src/areas/index.ts';
import { CATALOGUE_DIR } from '../src/foundation/catalogue-dir.ts';
import { writeDemoFiles } from '../src/illustrative/index.ts';

const [folder = '', scale = '1'] = process.argv.slice(2);
writeDemoFiles(
  folder,
  { scale: Number(scale), seed: 1, planted: true },
  loadAreas(CATALOGUE_DIR),
  () => undefined,
);
process.send?.(Math.round(process.resourceUsage().maxRSS / 1000));
process.disconnect?.();
