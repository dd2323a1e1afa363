import { SOURCES } from '../sources/registry.ts';
import { addCommand, type CommandModule, type CommonOptions } from './command.ts';
import { toJson } from './output.ts';

export const sourcesCommand: CommandModule = (program, { terminal }) => {
  addCommand(
    program,
    'sources',
    'every format known: what it looks like, where it is published, its licence',
  ).action((options: CommonOptions) => {
    const sources = SOURCES.map(({ id, title, publisher, licence, address, looksLike, table }) => ({
      source: id,
      title,
      publisher,
      licence,
      address,
      looks_like: looksLike,
      table,
    }));
    if (options.json) {
      terminal.out(toJson({ sources }));
      return;
    }
    for (const source of sources) {
      terminal.out(
        `${source.source}\n  ${source.title}. ${source.publisher}. ${source.licence}.\n  ${source.address}\n  Looks like: ${source.looks_like}\n  Table: ${source.table}\n\n`,
      );
    }
  });
};
