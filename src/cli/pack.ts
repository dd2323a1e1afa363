import { writeFile } from 'node:fs/promises';
import { Option } from 'commander';
import type { IsoDate } from '../foundation/iso-date.ts';
import { packHtml } from '../publish/index.ts';
import { buildAssets } from '../web/assets/build.ts';
import { webServices } from '../web/services.ts';
import { addCommand, type CommandModule, type CommonOptions } from './command.ts';
import { toJson } from './output.ts';
import { parseDate } from './option-dates.ts';
import { fromServer } from './served-elsewhere.ts';
import { withRecords } from './with-records.ts';

interface PackOptions extends CommonOptions {
  readonly meeting?: IsoDate;
  readonly quarter?: string;
  readonly output: string;
}

export const packCommand: CommandModule = (program, context) => {
  addCommand(program, 'pack', 'write the board pack of a meeting as one file that stands alone')
    .option('--meeting <date>', 'date of the meeting; the newest when left out', parseDate)
    .option('--quarter <quarter>', 'the newest meeting of a calendar quarter (2023-Q3)')
    .addOption(new Option('--format <format>', 'format of the file').choices(['html']).default('html'))
    .requiredOption('-o, --output <file>', 'where to write it')
    .action(async ({ workspace, meeting, quarter, output, json }: PackOptions) => {
      await buildAssets();
      const wanted = {
        ...(meeting === undefined ? {} : { meeting }),
        ...(quarter === undefined ? {} : { quarter }),
      };
      const query = new URLSearchParams(wanted).toString();
      const html =
        (await fromServer(workspace, `/pack.html?${query}`)) ??
        (await withRecords(workspace, 'scrutineer pack', context, async (app, store) =>
          packHtml(webServices(app, store, context.now), wanted),
        ));
      await writeFile(output, html);
      const written = { file: output, bytes: Buffer.byteLength(html) };
      context.terminal[json ? 'out' : 'err'](
        json ? toJson(written) : `Wrote ${output} (${Math.round(written.bytes / 1024)} KiB).\n`,
      );
    });
};
