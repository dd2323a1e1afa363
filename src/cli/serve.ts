import { serve } from '@hono/node-server';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { InvalidArgumentError } from 'commander';
import { buildApp } from '../app.ts';
import { ScrutineerError } from '../foundation/errors.ts';
import { buildOpeningWorkspace } from '../opening/build-opening-workspace.ts';
import { openRecordStore } from '../record/index.ts';
import { buildAssets } from '../web/assets/build.ts';
import { webServices } from '../web/services.ts';
import { webApp } from '../web/web-app.tsx';
import { addCommand, type CommandModule, type CommonOptions } from './command.ts';
import type { Terminal } from './output.ts';
import { progressBar } from './progress-bar.ts';

interface ServeOptions extends CommonOptions {
  readonly port: number;
}

const HOST = '127.0.0.1';

type Fetch = (request: Request) => Response | Promise<Response>;

export const serveCommand: CommandModule = (program, { terminal, now }) => {
  addCommand(
    program,
    'serve',
    'show the workspace in a browser (builds the opening workspace when there is none)',
  )
    .option('--port <number>', 'port on this machine', parsePort, 8080)
    .action(async (options: ServeOptions) => {
      await ensureWorkspace(options.workspace, terminal, now);
      await serveWorkspace(options.workspace, options.port, terminal, now);
    });
};

/** Serves a workspace that is there until the process is told to stop. Resolves when the port is taken. */
export async function serveWorkspace(
  dir: string,
  port: number,
  terminal: Terminal,
  now: () => Date,
): Promise<void> {
  await buildAssets();
  const url = `http://${HOST}:${port}`;
  const app = buildApp(dir);
  const store = await openRecordStore(app.workspace.recordDir, { purpose: 'scrutineer serve', url, now });
  const stop = async (): Promise<void> => {
    app.lake.close();
    await store.close();
  };
  try {
    const web = webApp(webServices(app, store, now));
    const answers = attended((request) => web.fetch(request));
    await listen(answers.fetch, port, stop);
    void warm((request) => web.fetch(request), answers.busy);
  } catch (error) {
    await stop();
    throw error;
  }
  terminal.err(`Scrutineer is at ${url}\nPress Ctrl+C to stop it.\n`);
}

/** Pages that take longest to work out. */
const WARMED = ['/', '/measures', '/data', '/areas', '/powers', '/completeness'];
/** How long nobody may have asked for anything before the next page is made ready. */
const QUIET_MS = 300;

/** The program's answers, and whether somebody waits for one or has just had one. */
function attended(fetch: Fetch): { readonly fetch: Fetch; readonly busy: () => boolean } {
  let waiting = 0;
  let last = Number.NEGATIVE_INFINITY;
  return {
    fetch: async (request) => {
      waiting += 1;
      try {
        return await fetch(request);
      } finally {
        waiting -= 1;
        last = performance.now();
      }
    },
    busy: () => waiting > 0 || performance.now() - last < QUIET_MS,
  };
}

/** Makes pages ready before somebody asks for them, one at a time, and none while somebody waits. */
async function warm(fetch: Fetch, busy: () => boolean): Promise<void> {
  for (const path of WARMED) {
    while (busy()) await setTimeout(QUIET_MS, undefined, { ref: false });
    await Promise.resolve(fetch(new Request(`http://${HOST}${path}`)))
      .then(async (response) => response.text())
      .catch(() => '');
  }
}

/** Builds the opening workspace where there is no workspace yet. */
export async function ensureWorkspace(dir: string, terminal: Terminal, now: () => Date): Promise<void> {
  if (existsSync(join(dir, 'workspace.json'))) return;
  terminal.err('Building the opening workspace: a real record and the published figures behind it …\n');
  const bar = progressBar(terminal);
  bar.update('Importing published figures', 0);
  try {
    await buildOpeningWorkspace(dir, now, bar.update);
  } finally {
    bar.stop();
  }
}

/** Resolves when the port is taken; a stop signal closes the server, then everything behind it. */
async function listen(fetch: Fetch, port: number, stop: () => Promise<void>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = serve({ fetch, port, hostname: HOST }, () => resolve());
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new ScrutineerError(
              `Port ${port} is taken by another program.`,
              'Choose another: `npm start -- --port 8081`.',
            )
          : error,
      );
    });
    const close = (): void => {
      server.close();
      void stop().then(() => process.exit(0));
    };
    process.once('SIGINT', close);
    process.once('SIGTERM', close);
  });
}

/** A port as it is typed. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new InvalidArgumentError('A port is a whole number from 1 to 65535.');
  return port;
}
