import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import type { CliContext, CommandModule } from './command.ts';

/**
 * The command line with some commands (see `loadCommands`). Raises CommanderError instead of leaving the process, so that
 * it can be tested.
 */
export function buildProgram(context: CliContext, commands: readonly CommandModule[]): Command {
  const program = new Command('scrutineer')
    .description('The open-source workbench of those who hold the police to account.')
    .version(version())
    .showHelpAfterError('Add --help to see how the command is used.')
    .configureOutput({ writeOut: context.terminal.out, writeErr: context.terminal.err })
    .exitOverride();
  for (const add of commands) add(program, context);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
