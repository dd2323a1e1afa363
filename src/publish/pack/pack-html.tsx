import { raw } from 'hono/html';
import { dateName } from '../../charts/index.ts';
import { htmlText, type Html } from '../../web/components/html.ts';
import { IllustrativeBand } from '../../web/layout/illustrative-band.tsx';
import type { SheetServices } from '../record-sheet/services.ts';
import { ChangesSection } from './changes-section.tsx';
import { inlineStyle } from './inline-style.ts';
import { PackCover } from './pack-cover.tsx';
import { packModel, type PackModel, type PackRequest } from './pack-model.ts';
import { PromisesSection } from './promises-section.tsx';
import { SourcesSection } from './sources-section.tsx';
import { StatementsSection } from './statements-section.tsx';

export type { PackRequest } from './pack-model.ts';

/**
 * The board pack of a meeting as one HTML file that stands alone: style, fonts and charts are inside it, and it asks for
 * nothing from anywhere. It reads as a report on paper.
 *
 * @throws NotFoundError when no such record is held, or the assets have not been built (`buildAssets()`)
 */
export async function packHtml(services: SheetServices, request: PackRequest = {}): Promise<string> {
  return packDocument(await packModel(services, request), inlineStyle());
}

/** The pack's document from its model and a style sheet. */
export function packDocument(model: PackModel, style: string): string {
  const { sheet, illustrative } = model;
  const title = `${illustrative ? 'Illustrative data: ' : ''}Board pack, ${sheet.series}, ${dateName(sheet.date)}`;
  const page: Html = (
    <html lang="en-GB" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content={`Scrutineer ${model.version}`} />
        <style>{raw(style)}</style>
      </head>
      <body class="govuk-template__body pack">
        {illustrative && <IllustrativeBand />}
        <main class="pack-main" id="main-content">
          <PackCover model={model} />
          <ChangesSection model={model} />
          <StatementsSection model={model} />
          <PromisesSection model={model} />
          <SourcesSection model={model} />
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${htmlText(page)}\n`;
}
