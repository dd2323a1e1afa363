import { CATALOGUE_DIR } from '../../../foundation/catalogue-dir.ts';
import { byTheme, loadThemes, type Themed } from '../../../measures/index.ts';
import type { WebServices } from '../../services.ts';
import { catalogueEntry, type CatalogueEntry } from './entry.ts';
import { matching } from './search.ts';

/** What the catalogue page shows. */
export interface CatalogueModel {
  readonly answer: string;
  /** The words searched for; empty when all is shown. */
  readonly asked: string;
  readonly themes: readonly Themed<CatalogueEntry>[];
  readonly found: number;
}

/** Every measure of the catalogue with its theme, in the order of the themes. */
export function catalogueEntries({ app }: WebServices): readonly CatalogueEntry[] {
  const releases = app.lake.releases();
  return byTheme(loadThemes(CATALOGUE_DIR), app.measures.list(), ({ id }) => id).flatMap(
    ({ title, things }) => things.map((measure) => catalogueEntry(measure, title, app.breaks, releases)),
  );
}

/** The catalogue, or what of it holds the words asked for. */
export function catalogueModel(services: WebServices, asked: string): CatalogueModel {
  const all = catalogueEntries(services);
  const found = matching(all, asked);
  const themes = [...Map.groupBy(found, ({ theme }) => theme)].map(([title, things]) => ({ title, things }));
  return { answer: answerOf(all, found, asked), asked, themes, found: found.length };
}

function answerOf(all: readonly CatalogueEntry[], found: readonly CatalogueEntry[], asked: string): string {
  if (asked.trim() !== '')
    return found.length === 0
      ? `None of the ${all.length} measures speaks of “${asked.trim()}”.`
      : `${found.length} of the ${all.length} measures ${found.length === 1 ? 'speaks' : 'speak'} of “${asked.trim()}”.`;
  const rates = all.filter(({ measure }) => measure.rateOf !== null).length;
  const broken = all.filter(({ breaks }) => breaks.some(({ comparable }) => !comparable)).length;
  return `${all.length} measures are defined, ${rates} of them rates of another; for ${broken} a break is known across which figures do not compare.`;
}
