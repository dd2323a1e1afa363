import type { Command } from 'commander';
import { openOrCreateWorkspace } from '../lake/workspace.ts';
import { importRecord, openRecordStore, readRecordFile } from '../record/index.ts';
import { addCommand, type CommandModule, type CommonOptions } from './command.ts';
import { toJson } from './output.ts';

export const recordCommand: CommandModule = (program, { terminal, now }) => {
  const record: Command = program
    .command('record')
    .description('read, store and follow the records of a board');

  addCommand(record, 'read', 'read minutes (txt, md) without storing them')
    .argument('<file>', 'minutes as text or Markdown')
    .action(async (file: string, options: CommonOptions) => {
      const read = await readRecordFile(file);
      if (options.json) {
        terminal.out(toJson(read));
        return;
      }
      terminal.out(`${read.title}\n${read.date}, ${read.attendance.length} attended\n\n`);
      for (const item of read.items) {
        terminal.out(
          `${item.ref}. ${item.title}\n${item.paragraphs.map(({ ref, text }) => `  ${ref} ${text}\n`).join('')}\n`,
        );
      }
      terminal.out(
        read.actions
          .map((action) => `${action.ref} (${action.owner ?? 'no owner'}): ${action.text}\n`)
          .join(''),
      );
      if (read.commitments.length > 0)
        terminal.out(
          `\nPromises that are no action:\n${read.commitments.map(({ paragraph, owner, text }) => `  ${paragraph} (${owner ?? 'no owner'}): ${text}\n`).join('')}`,
        );
      if (read.unplaced.length > 0)
        terminal.err(`\nText that no field holds:\n${read.unplaced.map((text) => `  ${text}\n`).join('')}`);
    });

  addCommand(record, 'import', 'read minutes and store them as a draft for review')
    .argument('<file>', 'minutes as text or Markdown')
    .action(async (file: string, options: CommonOptions) => {
      const read = await readRecordFile(file);
      const workspace = openOrCreateWorkspace(options.workspace, 'own', now());
      const store = await openRecordStore(workspace.recordDir, { purpose: 'scrutineer record import', now });
      try {
        const result = await importRecord(store, read);
        terminal[options.json ? 'out' : 'err'](
          options.json
            ? toJson(result)
            : `${result.outcome.replace('-', ' ')}: ${read.title}, ${result.date} (${result.status})\n`,
        );
      } finally {
        await store.close();
      }
    });
};
