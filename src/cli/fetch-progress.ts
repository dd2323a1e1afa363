import cliProgress from 'cli-progress';
import type { FetchProgress } from '../fetch/index.ts';
import type { Terminal } from './output.ts';

/** A bar on standard error while something is fetched; nothing where no person watches. */
export function fetchProgress({
  isTTY,
}: Pick<Terminal, 'isTTY'>): FetchProgress & { readonly stop: () => void } {
  const quiet = (): void => undefined;
  if (!isTTY) return { file: quiet, within: quiet, stop: quiet };
  const bar = new cliProgress.SingleBar({
    format: 'Fetching {number}/{of} {name} {bar} {amount}',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  return {
    file(name, number, of) {
      bar.stop();
      bar.start(1, 0, { name, number, of, amount: '' });
    },
    within(done, whole) {
      bar.setTotal(Math.max(whole ?? done, 1));
      bar.update(done, { amount: amountOf(done, whole) });
    },
    stop: () => bar.stop(),
  };
}

/** Bytes as MB; small numbers, such as neighbourhoods, as they are. */
function amountOf(done: number, whole: number | null): string {
  const shown = (value: number): string =>
    value < 10_000 ? String(value) : `${(value / 1e6).toFixed(1)} MB`;
  return whole === null ? shown(done) : `${shown(done)} of ${shown(whole)}`;
}
