import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import type { CliContext, CommandModule, CommonOptions } from './command.ts';
import { isIllustrative, MarkingTerminal } from './marking-terminal.ts';

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
  const terminal = new MarkingTerminal(context.terminal);
  for (const add of commands) add(program, { ...context, terminal: terminal.marking });
  program.hook('preAction', (_, command) => {
    const { workspace, json = false } = command.opts<Partial<CommonOptions>>();
    if (workspace !== undefined && isIllustrative(workspace)) terminal.mark(json);
  });
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
