import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BadInputError } from './errors.ts';
import { readYaml } from './read-yaml.ts';

const folder = mkdtempSync(join(tmpdir(), 'yaml-'));
afterAll(() => rmSync(folder, { recursive: true }));

const schema = z.strictObject({
  name: z.string(),
  breaks: z.array(z.strictObject({ id: z.string(), kind: z.enum(['a', 'b']) })),
});

function read(text: string): unknown {
  const file = join(folder, 'x.yaml');
  writeFileSync(file, text);
  return readYaml(file, schema);
}

describe('reading a YAML file against a schema', () => {
  it('gives the checked value', () => {
    expect(read('name: x\nbreaks:\n  - {id: one, kind: b}\n')).toEqual({
      name: 'x',
      breaks: [{ id: 'one', kind: 'b' }],
    });
  });

  it.each([
    [
      'a wrong value, at its line',
      'name: x\nbreaks:\n  - id: one\n    kind: c\n',
      /x\.yaml, line 4: "breaks\.0\.kind": .*"a"/,
    ],
    [
      'a missing key, at the entry that lacks it',
      'name: x\nbreaks:\n  - id: one\n',
      /x\.yaml, line 3: "breaks\.0\.kind"/,
    ],
    ['a key too many, by its name', 'name: x\nbreaks: []\nnmae: y\n', /x\.yaml, line 1: .*"nmae"/],
    ['text that is no YAML', 'name: [x\nbreaks: []\n', /x\.yaml, line \d/],
    ['a key written twice', 'name: x\nname: y\nbreaks: []\n', /x\.yaml, line 2: Map keys must be unique/],
    ['an empty file', '', /x\.yaml: the whole/],
  ])('refuses %s', (_, text, message) => {
    expect(() => read(text)).toThrow(BadInputError);
    expect(() => read(text)).toThrow(message);
  });
});
