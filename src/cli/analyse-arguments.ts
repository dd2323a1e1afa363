import { UsageError } from '../foundation/errors.ts';
import type { GivenOptions } from '../analyse/index.ts';

/** What stands after `scrutineer analyse`, sorted out. */
export interface AnalyseArguments {
  readonly method?: string;
  readonly file?: string;
  readonly options: GivenOptions;
}

/**
 * Sorts words into the method, the file and the options. Which options there are is for each method to say, so any name
 * is taken here: `--name value` or `--name=value`; a `--no-name`, or a name before another option or the end, is a flag.
 *
 * @throws UsageError for a third word, an option given twice, or an option of one dash
 */
export function analyseArguments(words: readonly string[]): AnalyseArguments {
  const plain: string[] = [];
  const options: Record<string, string | boolean> = {};
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!word.startsWith('--')) {
      if (/^-[a-z]/i.test(word))
        throw new UsageError(`There is no option ${word}.`, 'Options are written --name value.');
      plain.push(word);
      continue;
    }
    const [, name = '', value] = /^--([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === '') throw new UsageError(`'${word}' is no option.`, 'Options are written --name value.');
    if (Object.hasOwn(options, name)) throw new UsageError(`--${name} is there twice.`, 'Give it once.');
    const next = words[at + 1];
    if (value !== undefined) options[name] = value;
    else if (name.startsWith('no-') || next === undefined || next.startsWith('--')) options[name] = true;
    else {
      options[name] = next;
      at++;
    }
  }
  const [method, file, third] = plain;
  if (third !== undefined) {
    throw new UsageError(
      `'${third}' is one word too many.`,
      'Write: scrutineer analyse METHOD FILE.csv --option value …',
    );
  }
  return {
    ...(method === undefined ? {} : { method }),
    ...(file === undefined ? {} : { file }),
    options,
  };
}
