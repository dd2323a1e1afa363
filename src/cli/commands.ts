import type { CommandModule } from './command.ts';

/** Every command, in the order of the help. Each is loaded only when asked for: all together take longer than most take to run. */
const COMMANDS: Readonly<Record<string, () => Promise<CommandModule>>> = {
  serve: async () => (await import('./serve.ts')).serveCommand,
  demo: async () => (await import('./demo.ts')).demoCommand,
  import: async () => (await import('./import.ts')).importCommand,
  fetch: async () => (await import('./fetch.ts')).fetchCommand,
  sources: async () => (await import('./sources.ts')).sourcesCommand,
  template: async () => (await import('./template.ts')).templateCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  'check-data': async () => (await import('./check-data.ts')).checkDataCommand,
  query: async () => (await import('./query.ts')).queryCommand,
  series: async () => (await import('./series.ts')).seriesCommand,
  ask: async () => (await import('./ask.ts')).askCommand,
  analyse: async () => (await import('./analyse.ts')).analyseCommand,
  record: async () => (await import('./record.ts')).recordCommand,
  claims: async () => (await import('./claims.ts')).claimsCommand,
  pack: async () => (await import('./pack.ts')).packCommand,
};

/** The command of that name alone; all of them for anything else, such as `--help` or a word mistyped. */
export async function loadCommands(name?: string): Promise<readonly CommandModule[]> {
  const one = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return one ? [await one()] : Promise.all(Object.values(COMMANDS).map(async (load) => load()));
}
