import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { methodsPage } from './methods-page.ts';
import { sourcesPage } from './sources-page.ts';

export const DOCS = join(import.meta.dirname, '../../docs');

/** The pages of docs/ that the program writes, laid out as the formatter wants them. */
export async function generatedPages(): Promise<readonly { readonly file: string; readonly text: string }[]> {
  const pages = [
    { file: 'methods.md', text: methodsPage() },
    { file: 'sources.md', text: sourcesPage() },
  ];
  return Promise.all(
    pages.map(async ({ file, text }) => {
      const options = await resolveConfig(join(DOCS, file));
      return { file, text: await format(text, { ...options, parser: 'markdown' }) };
    }),
  );
}
