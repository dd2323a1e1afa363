import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../src/app.ts';
import { buildOpeningWorkspace } from '../../src/opening/build-opening-workspace.ts';
import { openRecordStore } from '../../src/record/index.ts';
import { buildAssets } from '../../src/web/assets/build.ts';
import { webServices, type WebServices } from '../../src/web/services.ts';
import { webApp } from '../../src/web/web-app.tsx';
import { serveForTest } from '../browser/serve.ts';

export interface OpeningSite {
  readonly services: WebServices;
  readonly address: string;
  close(): Promise<void>;
}

const NOW = (): Date => new Date('2026-11-01T12:00:00Z');

/** The opening workspace, built afresh in a folder of its own and served on a free port: real figures, a fixed day. */
export async function openingSite(): Promise<OpeningSite> {
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-site-'));
  const workspace = join(folder, 'opening');
  await Promise.all([buildOpeningWorkspace(workspace, NOW, () => undefined), buildAssets()]);
  const app = buildApp(workspace);
  const store = await openRecordStore(app.workspace.recordDir, { purpose: 'a test', now: NOW });
  const services = webServices(app, store, NOW);
  const server = await serveForTest(webApp(services));
  return {
    services,
    address: server.address,
    close: async () => {
      await server.close();
      await store.close();
      app.lake.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
