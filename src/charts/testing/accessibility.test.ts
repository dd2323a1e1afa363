import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { boroughMap } from '../borough-map/borough-map.ts';
import { BOROUGH_MAP_EXAMPLES } from '../borough-map/examples.ts';
import { boroughTiles } from '../borough-tiles/borough-tiles.ts';
import { BOROUGH_TILES_EXAMPLES } from '../borough-tiles/examples.ts';
import { comparisonDots } from '../comparison-dots/comparison-dots.ts';
import { COMPARISON_DOTS_EXAMPLES } from '../comparison-dots/examples.ts';
import { MISSING_HEAT_MAP_EXAMPLES } from '../missing-heat-map/examples.ts';
import { missingHeatMap } from '../missing-heat-map/missing-heat-map.ts';
import { PROFILE_BARS_EXAMPLES } from '../profile-bars/examples.ts';
import { profileBars } from '../profile-bars/profile-bars.ts';
import { RANKED_AREAS_EXAMPLES } from '../ranked-areas/examples.ts';
import { rankedAreas } from '../ranked-areas/ranked-areas.ts';
import { SMALL_MULTIPLES_EXAMPLES } from '../small-multiples/examples.ts';
import { smallMultiples } from '../small-multiples/small-multiples.ts';
import { SPARK_LINE_EXAMPLES } from '../spark-line/examples.ts';
import { sparkLine } from '../spark-line/spark-line.ts';
import { SPC_LINE_EXAMPLES } from '../spc-line/examples.ts';
import { spcLine } from '../spc-line/spc-line.ts';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const pictures = [
  ...Object.values(SPC_LINE_EXAMPLES).map(spcLine),
  ...Object.values(COMPARISON_DOTS_EXAMPLES).map(comparisonDots),
  ...Object.values(RANKED_AREAS_EXAMPLES).map(rankedAreas),
  ...Object.values(BOROUGH_TILES_EXAMPLES).map(boroughTiles),
  ...Object.values(BOROUGH_MAP_EXAMPLES).map(boroughMap),
  ...Object.values(MISSING_HEAT_MAP_EXAMPLES).map(missingHeatMap),
  ...Object.values(PROFILE_BARS_EXAMPLES).map(profileBars),
  ...Object.values(SMALL_MULTIPLES_EXAMPLES).map(smallMultiples),
  ...Object.values(SPARK_LINE_EXAMPLES).map(sparkLine),
].map(({ svg }) => svg);

it.skipIf(!existsSync(CHROMIUM))(
  'has nothing that axe finds fault with, and parses as XML by itself',
  async () => {
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    try {
      const page = await browser.newPage();
      await page.setContent(
        `<!doctype html><html lang="en"><title>Charts</title><main><h1>Charts</h1>${pictures.join('')}</main></html>`,
      );
      await page.addScriptTag({
        content: readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
      });
      const found: unknown = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`))',
      );
      expect(found).toEqual([]);
      const faults: unknown = await page.evaluate(
        `(${JSON.stringify(pictures)}).filter((svg) => new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror')).length`,
      );
      expect(faults).toBe(0);
    } finally {
      await browser.close();
    }
  },
);
