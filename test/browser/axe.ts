import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds wrong with the page as it now stands: "rule: selector", one line each. Empty when it finds nothing. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // The page now has axe; its own types describe it.
  const results = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}`),
  );
}
