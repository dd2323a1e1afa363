import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { marked } from 'marked';
import { listMethods } from '../../../analyse/index.ts';
import { NotFoundError } from '../../../foundation/errors.ts';
import type { WebServices } from '../../services.ts';
import { frameOf } from '../frame.ts';
import { AboutPage } from './about-page.tsx';
import { MethodsPage } from './methods-page.tsx';
import { PlantedPage } from './planted-page.tsx';
import { WordsPage } from './words-page.tsx';

const WORDS = join(import.meta.dirname, '../../../../docs/words.md');

/** What is hidden in the figures of an illustrative workspace, as the program wrote it when it made them. */
function planted(dir: string): string {
  const file = join(dir, 'planted-truths.md');
  if (!existsSync(file))
    throw new NotFoundError(
      'What is hidden is not written down here.',
      'Make the workspace anew with `scrutineer demo`.',
    );
  return marked.parse(readFileSync(file, 'utf8'), { async: false });
}

/** Pages to be read: `/methods`, `/about` and `/words`, and `/planted` where figures are made up. */
export function readingPages({ app }: WebServices): Hono {
  const pages = new Hono();
  const frame = frameOf(app);
  // A document of the program itself: its Markdown is ours and needs no cleaning.
  let words: string | null = null;
  pages.get('/methods', (context) => context.html(<MethodsPage methods={listMethods()} frame={frame} />));
  pages.get('/about', (context) => context.html(<AboutPage frame={frame} kind={app.workspace.kind} />));
  pages.get('/words', (context) => {
    words ??= marked.parse(readFileSync(WORDS, 'utf8'), { async: false });
    return context.html(<WordsPage html={words} frame={frame} />);
  });
  if (app.workspace.kind === 'illustrative')
    pages.get('/planted', (context) =>
      context.html(<PlantedPage html={planted(app.workspace.dir)} frame={frame} />),
    );
  return pages;
}
