import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { localFile } from './local-file.ts';
import { requireWholeGzip } from './whole-gzip.ts';

const folder = mkdtempSync(join(tmpdir(), 'scrutineer-gzip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const packed = gzipSync(Array.from({ length: 5000 }, (_, index) => `${index},${index * 7919}`).join('\n'));

async function checked(name: string, bytes: Uint8Array): Promise<void> {
  writeFileSync(join(folder, name), bytes);
  await requireWholeGzip(await localFile(join(folder, name)));
}

describe('gzip files', () => {
  it('pass when they are whole, as do files that are not packed', async () => {
    await expect(checked('whole.csv.gz', packed)).resolves.toBeUndefined();
    await expect(checked('plain.csv', Buffer.from('a,b\n1,2\n'))).resolves.toBeUndefined();
  });

  it('are refused when they are cut short, even by their last byte, or damaged within', async () => {
    const damaged = Buffer.from(packed);
    damaged[packed.length - 6] = (damaged[packed.length - 6] ?? 0) ^ 0xff;
    for (const bytes of [packed.subarray(0, packed.length / 2), packed.subarray(0, -1), damaged])
      await expect(checked('bad.csv.gz', bytes)).rejects.toThrow(/cut short or damaged/);
  });
});
