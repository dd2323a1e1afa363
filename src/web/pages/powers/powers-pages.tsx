import type { Hono } from 'hono';
import type { WebServices } from '../../services.ts';
import { frameOf } from '../frame.ts';
import { pagesByArea } from '../pages-by-area.ts';
import { powersModel } from './model.ts';
import { PowersPage } from './powers-page.tsx';

/** Powers of the police, to be mounted at `/powers`. `?area=` chooses the area. */
export function powersPages(services: WebServices): Hono {
  return pagesByArea(services, async (area) => (
    <PowersPage model={await powersModel(services, area)} frame={frameOf(services.app)} />
  ));
}
