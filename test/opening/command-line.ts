import { CommanderError } from 'commander';
import { loadCommands } from '../../src/cli/commands.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { isScrutineerError } from '../../src/foundation/errors.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process, as `src/cli/main.ts` does, and gives what it printed and its exit code. */
export async function run(...args: readonly string[]): Promise<Ran> {
  let [out, err] = ['', ''];
  const terminal = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    isTTY: false,
  };
  const result = (code: number): Ran => ({ code, out, err });
  try {
    const context = { terminal, now: () => new Date('2026-11-01T12:00:00Z') };
    await buildProgram(context, await loadCommands(args[0])).parseAsync([...args], { from: 'user' });
    return result(0);
  } catch (error) {
    if (error instanceof CommanderError) return result(error.exitCode === 0 ? 0 : 2);
    if (!isScrutineerError(error)) throw error;
    err += `${error.message}\n${error.advice}\n`;
    return result(error.exitCode);
  }
}
