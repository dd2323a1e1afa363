import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { raw } from 'hono/html';

/** A case that govuk-frontend publishes for a component: macro options, and the HTML that its own template prints. */
export interface GovukFixture {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly html: string;
}

/** Options that hold ready HTML, which our components take only as vouched-for HTML. */
const HTML_OPTIONS = new Set([
  'html',
  'titleHtml',
  'summaryHtml',
  'descriptionHtml',
  'start',
  'end',
  'navigationStart',
  'navigationEnd',
]);

/** All cases of a component by its folder name in govuk-frontend ("summary-list"). */
export function govukFixtures(component: string): GovukFixture[] {
  const file = createRequire(import.meta.url).resolve(
    `govuk-frontend/dist/govuk/components/${component}/fixtures.json`,
  );
  return (JSON.parse(readFileSync(file, 'utf8')) as { fixtures: GovukFixture[] }).fixtures;
}

/** Macro options as props of our component: the same, with ready HTML vouched for and empty HTML left out. */
export function propsOf(options: unknown): unknown {
  if (Array.isArray(options)) return options.map((item) => propsOf(item));
  if (typeof options !== 'object' || options === null) return options;
  return Object.fromEntries(
    Object.entries(options).flatMap(([key, value]) => {
      if (!HTML_OPTIONS.has(key) || typeof value !== 'string') return [[key, propsOf(value)]];
      return value === '' ? [] : [[key, raw(value)]];
    }),
  );
}
