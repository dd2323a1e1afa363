import { buildApp } from '../app.ts';
import { ask, QUESTION_KINDS, questionOf, type Finding } from '../evidence/index.ts';
import { NEWEST } from '../lake/vintages.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import { addCommand, type CommandModule, type CommonOptions } from './command.ts';
import { toJson } from './output.ts';
import { parseDate } from './option-dates.ts';

interface AskOptions extends CommonOptions {
  readonly list?: boolean;
  readonly asKnownOn?: IsoDate;
}

export const askCommand: CommandModule = (program, { terminal }) => {
  addCommand(program, 'ask', 'a question about a measure, answered with its numbers, caveats and inputs')
    .argument('[question...]', 'the question (see --list)')
    .option('--list', 'list the questions')
    .option('--as-known-on <date>', 'only what had been published by a day', parseDate)
    .allowUnknownOption()
    .action(async (words: string[], options: AskOptions) => {
      if (options.list) {
        const questions = Object.entries(QUESTION_KINDS).map(([question, use]) => ({ question, use }));
        terminal.out(options.json ? toJson({ questions }) : questions.map(({ use }) => `${use}\n`).join(''));
        return;
      }
      const question = questionOf(words);
      const app = buildApp(options.workspace);
      try {
        const vintage =
          options.asKnownOn === undefined ? NEWEST : ({ kind: 'known-on', date: options.asKnownOn } as const);
        const finding = await ask(app, question, { vintage });
        terminal.out(options.json ? toJson(finding) : describe(finding));
      } finally {
        app.lake.close();
      }
    });
};

function describe(finding: Finding): string {
  const caveats = finding.caveats.map((caveat) => `  · ${caveat}\n`).join('');
  return `${finding.verdict}\n${finding.sentence}\n${caveats}  Method: ${finding.method} (${finding.method_version}); definition ${finding.definition}; ${finding.inputs.length} release${finding.inputs.length === 1 ? '' : 's'}.\n`;
}
