import { Hono } from 'hono';
import { NotFoundError } from '../../../foundation/errors.ts';
import { nearest } from '../../../foundation/nearest.ts';
import type { WebServices } from '../../services.ts';
import { frameOf } from '../frame.ts';
import { LakeMemo } from '../lake-memo.ts';
import { DataPage } from './data-page.tsx';
import { dataModel, type DataModel } from './model.ts';
import { ReleasePage } from './release-page.tsx';
import { templateFile } from './templates.ts';

/** What is held and what is not, and each release, to be mounted at `/data`. */
export function dataPages(services: WebServices): Hono {
  const { app } = services;
  const models = new LakeMemo<DataModel>(app.lake);
  const pages = new Hono();

  pages.get('/', async (context) => {
    const model = await models.get('', async () => dataModel(services));
    return context.html(<DataPage model={model} frame={frameOf(app)} />);
  });

  pages.get('/templates/:file', (context) => {
    const file = context.req.param('file');
    const { type, text } = templateFile(file);
    return context.body(text, 200, {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${file}"`,
    });
  });

  pages.get('/:release', (context) => {
    const id = context.req.param('release');
    const releases = app.lake.releases();
    const release = releases.find((each) => each.release === id);
    if (!release) {
      const near = nearest(
        id,
        releases.map((each) => each.release),
      );
      throw new NotFoundError(
        `There is no release called "${id}".`,
        near === null ? 'The data page lists all releases.' : `Did you mean "${near}"?`,
      );
    }
    const next = releases.find(({ supersedes }) => supersedes === id);
    return context.html(
      <ReleasePage release={release} supersededBy={next?.release ?? null} frame={frameOf(app)} />,
    );
  });
  return pages;
}
