/** Builds the web application's style sheet, script and fonts into .build/assets, unless they are up to date. */
import { buildAssets } from '../src/web/assets/build.ts';

const started = performance.now();
const { manifest, built } = await buildAssets();
const seconds = ((performance.now() - started) / 1000).toFixed(1);
const count = Object.keys(manifest.files).length;
process.stderr.write(
  built ? `Built ${count} assets in ${seconds} s.\n` : `${count} assets are up to date.\n`,
);
