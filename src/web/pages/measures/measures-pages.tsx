import { Hono } from 'hono';
import { spcLine } from '../../../charts/index.ts';
import { NotFoundError } from '../../../foundation/errors.ts';
import type { WebServices } from '../../services.ts';
import { ComparePage } from '../compare/compare-page.tsx';
import { compareModel, type CompareModel } from '../compare/model.ts';
import { compareRequest } from '../compare/request.ts';
import { frameOf } from '../frame.ts';
import { LakeMemo } from '../lake-memo.ts';
import { seriesCsv, seriesJson } from '../measure/downloads.ts';
import { MeasurePage } from '../measure/measure-page.tsx';
import { measureModel, measureSeries, type MeasureModel } from '../measure/model.ts';
import { measureRequest } from '../measure/request.ts';
import { MeasuresPage } from './measures-page.tsx';
import { DEFAULT_AREA, measuresModel, type MeasuresModel } from './model.ts';

/** The table of measures and the page and files of each, to be mounted at `/measures`. */
export function measuresPages(services: WebServices): Hono {
  const { app } = services;
  const tables = new LakeMemo<MeasuresModel>(app.lake);
  const models = new LakeMemo<MeasureModel>(app.lake);
  const comparisons = new LakeMemo<CompareModel>(app.lake);
  const pages = new Hono();
  // The age of data and the latest meeting change from day to day.
  const day = (): string => services.now().toISOString().slice(0, 10);

  pages.get('/', async (context) => {
    const area = app.areas.require(context.req.query('area') || DEFAULT_AREA, ['force', 'borough']).name;
    const model = await tables.get(`${area} ${day()}`, async () => measuresModel(services, area));
    return context.html(<MeasuresPage model={model} frame={frameOf(app)} />);
  });

  const modelOf = async (id: string, query: Record<string, string>): Promise<MeasureModel> => {
    const request = measureRequest(app, id, query);
    const key = [
      request.measure.id,
      request.area,
      request.every,
      request.by,
      request.changedSince,
      day(),
    ].join('\u0000');
    return models.get(key, async () => measureModel(services, request));
  };

  pages.get('/:id', async (context) =>
    context.html(
      <MeasurePage
        model={await modelOf(context.req.param('id'), context.req.query())}
        frame={frameOf(app)}
      />,
    ),
  );

  pages.get('/:id/compare', async (context) => {
    const query = context.req.query();
    const request = compareRequest(measureRequest(app, context.req.param('id'), query), query);
    const key = [request.measure.id, request.area, request.with, request.scale].join('\u0000');
    const model = await comparisons.get(key, async () => compareModel(services, request));
    const areas = [...app.areas.list('force'), ...app.areas.list('borough')].map(({ name }) => name);
    return context.html(<ComparePage model={model} areas={areas} frame={frameOf(app)} />);
  });

  pages.get('/:id/series.csv', async (context) => {
    const series = await measureSeries(
      services,
      measureRequest(app, context.req.param('id'), context.req.query()),
    );
    return context.body(seriesCsv(series), 200, file('text/csv; charset=utf-8', `${series.measure}.csv`));
  });

  pages.get('/:id/series.json', async (context) => {
    const series = await measureSeries(
      services,
      measureRequest(app, context.req.param('id'), context.req.query()),
    );
    return context.body(seriesJson(series), 200, file('application/json', `${series.measure}.json`));
  });

  pages.get('/:id/chart.svg', async (context) => {
    const { overTime, measure } = await modelOf(context.req.param('id'), context.req.query());
    if (overTime === null)
      throw new NotFoundError(
        `No figure for ${measure.title} is held, so there is no picture.`,
        'Its page says which source would fill it.',
      );
    const { svg } = spcLine({ ...overTime, id: `${measure.id}-chart`, width: 960 });
    return context.body(svg, 200, file('image/svg+xml', `${measure.id}.svg`));
  });
  return pages;
}

function file(type: string, name: string): Record<string, string> {
  return { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` };
}
