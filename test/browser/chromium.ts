import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const EXECUTABLE = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/**
 * Why browser tests cannot run here ("skipped: no Chromium"), or null when they can. In CI the browser must be there, so a missing one
 * is never an excuse: the launch then fails.
 */
export function noChromium(): string | null {
  return existsSync(EXECUTABLE) || process.env['CI'] === 'true' ? null : 'skipped: no Chromium';
}

/** A headless browser that asks nothing of the network beyond the pages it is told to open. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** The widths at which every page is looked at. */
export const SCREENS = [
  { name: 'phone', width: 390, height: 844 },
  { name: 'tablet', width: 820, height: 1180 },
  { name: 'desktop', width: 1280, height: 900 },
] as const;
