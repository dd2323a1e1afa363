import cliProgress from 'cli-progress';
import type { Terminal } from './output.ts';

/** Shows how far a long work is; nothing where nobody watches. */
export interface ProgressBar {
  /** What is being done, and how far it is, of 1. */
  readonly update: (doing: string, share: number) => void;
  readonly stop: () => void;
}

/** A bar on the error output of a terminal. It appears with the first word of progress. */
export function progressBar({ isTTY }: Pick<Terminal, 'isTTY'>): ProgressBar {
  if (!isTTY) return { update: () => undefined, stop: () => undefined };
  const bar = new cliProgress.SingleBar({
    format: '{doing} {bar} {percentage}%',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  let started = false;
  return {
    update(doing, share) {
      if (!started) bar.start(1, 0, { doing });
      started = true;
      bar.update(share, { doing });
    },
    stop: () => bar.stop(),
  };
}
