import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readClaimsFile } from './claims/read-claims-file.ts';
import { readRecordFile } from './read-record-file.ts';
import type { ReadRecord } from './read-record-types.ts';
import { readRecord } from './reader/read-record.ts';

const RESTATED = fileURLToPath(new URL('../../records/2023-08-31.md', import.meta.url));
const CLAIMS = fileURLToPath(new URL('../../records/2023-08-31.claims.yaml', import.meta.url));
const ORIGINAL = new URL(
  '../../../shared/records/2023-08-31-performance-and-risk-oversight-board.txt',
  import.meta.url,
);
const originalHeld = existsSync(ORIGINAL);

describe('the restated record of 31 August 2023', () => {
  it('says that it is a restatement, and where the original is', async () => {
    const record = await readRecordFile(RESTATED);
    expect(record.restated).toBe(true);
    expect(record.notice).toContain('restatement, not the published record');
    expect(record.original).toMatchObject({ date: '2023-08-31', site: 'london.gov.uk' });
    expect(record.unplaced).toEqual([]);
  });

  it('names roles and bodies, and no person', async () => {
    const { attendance } = await readRecordFile(RESTATED);
    expect(attendance).toHaveLength(10);
    expect(attendance.every(({ name, role, body }) => name === null && role !== null && body !== null)).toBe(
      true,
    );
  });

  it('has a claim for every sentence, and questions for the six that published figures answer', async () => {
    const { claims } = await readClaimsFile(CLAIMS, await readRecordFile(RESTATED));
    expect(
      claims
        .filter(({ question }) => question !== null)
        .map(({ paragraph, question }) => [paragraph, question]),
    ).toEqual([
      [
        '2.1',
        'compare violence-against-the-person --area "Metropolitan Police" --with national --expect below',
      ],
      [
        '2.1',
        'compare violence-against-the-person --area "Metropolitan Police" --with most-similar --expect below',
      ],
      ['2.2', 'compare robbery --area "Metropolitan Police" --with national --expect above'],
      ['2.2', 'trend robbery --area "Metropolitan Police" --expect down'],
      ['3.2', 'rank trust --area-type borough --lowest "Waltham Forest,Hackney"'],
      ['3.2', 'trend trust --area "Waltham Forest" --expect down'],
    ]);
  });
});

describe.skipIf(!originalHeld)(
  `beside its original${originalHeld ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    const original = (): ReadRecord =>
      readRecord(readFileSync(ORIGINAL, 'utf8'), { format: 'txt', file: 'original.txt' });

    it('has the same paragraphs, actions, owners and undertakings', async () => {
      const [ours, theirs] = [await readRecordFile(RESTATED), original()];
      const outline = (record: ReadRecord): unknown => [
        record.items.map(({ ref, paragraphs }) => [ref, paragraphs.map((paragraph) => paragraph.ref)]),
        record.actions.map(({ ref, paragraph, owner, recipient, due }) => [
          ref,
          paragraph,
          owner,
          recipient,
          due,
        ]),
        record.commitments.map(({ paragraph, owner, kind }) => [paragraph, owner, kind]),
        record.attendance.map(({ role, body }) => [role, body]),
        [record.date, record.series, record.previous_meeting],
      ];
      expect(outline(ours)).toEqual(outline(theirs));
    });

    it('shares no sentence with it, and no six words running but names and titles', async () => {
      const ours = (await readRecordFile(RESTATED)).items;
      const runs = new Set(texts(original().items).flatMap((text) => runsOf(6, text)));
      const restated = [...texts(ours), ...(await readRecordFile(RESTATED)).actions.map(({ text }) => text)];
      for (const { text } of original().actions) for (const run of runsOf(6, text)) runs.add(run);
      expect(runs.size).toBeGreaterThan(500);
      expect(restated.flatMap((text) => runsOf(6, text)).filter((run) => runs.has(run))).toEqual([]);
    });
  },
);

function texts(items: ReadRecord['items']): string[] {
  return items.flatMap(({ title, paragraphs }) => [title, ...paragraphs.map(({ text }) => text)]);
}

/** The only names of six words or more; a mark stands in their place, so that no run reaches across one. */
const NAMES = [/Conduct of Searches Exposing Intimate Parts by the MPS/g];

function runsOf(length: number, text: string): string[] {
  return NAMES.reduce((rest, name) => rest.replace(name, '|'), text)
    .split('|')
    .flatMap((part) => {
      const words =
        part
          .toLowerCase()
          .replaceAll(/['’]/g, '')
          .match(/[\p{L}\p{N}]+/gu) ?? [];
      return words
        .slice(0, Math.max(0, words.length - length + 1))
        .map((_, at) => words.slice(at, at + length).join(' '));
    });
}
