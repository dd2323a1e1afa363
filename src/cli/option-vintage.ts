import type { Command } from 'commander';
import { parseVintage, VINTAGES } from '../lake/parse-vintage.ts';
import type { Vintage } from '../lake/vintages.ts';

/** The options by which a command is told which publication answers. */
export interface VintageOptions {
  readonly vintage?: string;
  readonly asKnownOn?: string;
}

/** Adds `--vintage` and `--as-known-on`. */
export function addVintageOptions(command: Command): Command {
  return command
    .option('--vintage <which>', `which publication answers: ${VINTAGES.join(', ')}`)
    .option('--as-known-on <date>', 'only what had been published by a day');
}

/** @throws UsageError when they do not go together */
export function vintageFrom({ vintage, asKnownOn }: VintageOptions): Vintage {
  return parseVintage(vintage, asKnownOn, { vintage: '--vintage ', date: '--as-known-on ' });
}
