import { buildApp } from '../app.ts';
import { ask, QUESTION_KINDS, questionOf, type Finding } from '../evidence/index.ts';
import { changedTables } from './changed-tables.ts';
import { addCommand, type CommandModule, type CommonOptions } from './command.ts';
import { toJson } from './output.ts';
import { addVintageOptions, vintageFrom, type VintageOptions } from './option-vintage.ts';

interface AskOptions extends CommonOptions, VintageOptions {
  readonly list?: boolean;
}

export const askCommand: CommandModule = (program, { terminal }) => {
  const command = addCommand(
    program,
    'ask',
    'a question about a measure, answered with its numbers, caveats and inputs',
  )
    .argument('[question...]', 'the question (see --list)')
    .option('--list', 'list the questions');
  addVintageOptions(command)
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
        const finding = await ask(app, question, { vintage: vintageFrom(options) });
        terminal.out(options.json ? toJson(finding) : `${describe(finding)}${changedTables(finding)}`);
      } finally {
        app.lake.close();
      }
    });
};

function describe(finding: Finding): string {
  const caveats = finding.caveats.map((caveat) => `  · ${caveat}\n`).join('');
  return `${finding.verdict}\n${finding.sentence}\n${caveats}  Method: ${finding.method} (${finding.method_version}); definition ${finding.definition}; ${finding.inputs.length} release${finding.inputs.length === 1 ? '' : 's'}.\n`;
}
