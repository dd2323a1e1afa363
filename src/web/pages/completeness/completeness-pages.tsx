import type { Hono } from 'hono';
import type { WebServices } from '../../services.ts';
import { frameOf } from '../frame.ts';
import { pagesByArea } from '../pages-by-area.ts';
import { CompletenessPage } from './completeness-page.tsx';
import { completenessModel } from './model.ts';

/** What is recorded and what is missing, to be mounted at `/completeness`. `?area=` chooses the area. */
export function completenessPages(services: WebServices): Hono {
  return pagesByArea(services, async (area) => (
    <CompletenessPage model={await completenessModel(services, area)} frame={frameOf(services.app)} />
  ));
}
