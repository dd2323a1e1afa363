import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { askCommand } from './ask.ts';
import { analyseCommand } from './analyse.ts';
import type { CliContext, CommandModule } from './command.ts';
import { claimsCommand } from './claims.ts';
import { importCommand } from './import.ts';
import { packCommand } from './pack.ts';
import { queryCommand } from './query.ts';
import { recordCommand } from './record.ts';
import { seriesCommand } from './series.ts';
import { serveCommand } from './serve.ts';
import { sourcesCommand } from './sources.ts';

const COMMANDS: readonly CommandModule[] = [
  serveCommand,
  importCommand,
  sourcesCommand,
  queryCommand,
  seriesCommand,
  askCommand,
  analyseCommand,
  recordCommand,
  claimsCommand,
  packCommand,
];

/** The whole command line. Raises CommanderError instead of leaving the process, so that it can be tested. */
export function buildProgram(context: CliContext): Command {
  const program = new Command('scrutineer')
    .description('The open-source workbench of those who hold the police to account.')
    .version(version())
    .showHelpAfterError('Add --help to see how the command is used.')
    .configureOutput({ writeOut: context.terminal.out, writeErr: context.terminal.err })
    .exitOverride();
  for (const add of COMMANDS) add(program, context);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
