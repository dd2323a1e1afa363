// Writes figures/*.csv again from the published files in ../shared/data: `npm run figures`. A test proves that they are equal.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFigures, RECIPES } from './figures/make.ts';

const root = join(import.meta.dirname, '..');
const data = join(root, '../shared/data');
const folder = join(root, 'figures');

if (existsSync(data)) {
  await mkdir(folder, { recursive: true });
  let total = 0;
  for (const [index, recipe] of RECIPES.entries()) {
    const text = await makeFigures(recipe, data);
    await writeFile(join(folder, recipe.file), text);
    total += Buffer.byteLength(text);
    process.stderr.write(
      `${index + 1} of ${RECIPES.length}: ${recipe.file}, ${Math.round(Buffer.byteLength(text) / 1000)} kB\n`,
    );
  }
  process.stderr.write(`${Math.round(total / 1000)} kB in all\n`);
} else {
  process.stderr.write('There is no ../shared/data here, so the figures stay as they are.\n');
  process.exitCode = 1;
}
