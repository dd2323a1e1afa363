import type { Command } from 'commander';
import type { Terminal } from './output.ts';

/** What every command is given. */
export interface CliContext {
  readonly terminal: Terminal;
  readonly now: () => Date;
}

/** Options that every command takes. */
export interface CommonOptions {
  readonly workspace: string;
  readonly json?: boolean;
}

/** Adds one command to the program. */
export type CommandModule = (program: Command, context: CliContext) => void;

/** Adds a command with the options that all share. */
export function addCommand(
  program: Command,
  spec: string,
  summary: string,
  workspace = '.scrutineer',
): Command {
  return program
    .command(spec)
    .summary(summary)
    .description(summary)
    .option('--workspace <dir>', 'folder that holds the lake and the record', workspace)
    .option('--json', 'machine-readable output on stdout');
}
