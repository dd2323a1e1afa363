// Writes docs/methods, a page for each method: `tsx scripts/make-method-docs.ts`. A test says when the pages are stale.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { METHOD_DOCS, methodPages } from './method-pages.ts';

await mkdir(join(METHOD_DOCS, 'pictures'), { recursive: true });
for (const { file, text } of await methodPages()) await writeFile(join(METHOD_DOCS, file), text);
