// Writes the pages of docs/ that follow from the program: `npm run docs`. A test says when they are stale.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DOCS, generatedPages } from './docs/pages.ts';

for (const { file, text } of await generatedPages()) {
  await writeFile(join(DOCS, file), text);
  process.stderr.write(`docs/${file}\n`);
}
