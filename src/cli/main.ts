import { CommanderError } from 'commander';
import { isScrutineerError } from '../foundation/errors.ts';
import { loadCommands } from './commands.ts';
import { terminal } from './output.ts';
import { buildProgram } from './program.ts';

/** Runs one command and gives its exit code: 0 done, 1 the data or question is at fault, 2 wrong usage. */
async function run(args: readonly string[]): Promise<number> {
  try {
    const commands = await loadCommands(args[0]);
    await buildProgram({ terminal, now: () => new Date() }, commands).parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (isScrutineerError(error)) {
      terminal.err(`${error.message}\n${error.advice}\n`);
      return error.exitCode;
    }
    throw error;
  }
}

process.exitCode = await run(process.argv.slice(2));
