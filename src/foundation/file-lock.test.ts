import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LockedError } from './errors.ts';
import { acquireLock, readLock, type LockHolder } from './file-lock.ts';

const MODULE = new URL('file-lock.ts', import.meta.url).href;
let folder: string;
let path: string;
let children: ChildProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-lock-'));
  path = join(folder, 'work.lock');
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** A real process that tries for the lock at once, says "took" or "refused: …", and then lives until killed or told to end. */
function contender(): { process: ChildProcess; answer: Promise<string> } {
  const script = `
    const { acquireLock } = await import(${JSON.stringify(MODULE)});
    try {
      const lock = await acquireLock(${JSON.stringify(path)}, { purpose: 'a rival' });
      console.log('took');
      process.stdin.on('data', async () => { await lock.release(); process.exit(0); });
    } catch (error) { console.log('refused: ' + error.name + ': ' + error.message); process.exit(0); }
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const answer = new Promise<string>((resolve) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  return { process: child, answer };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

describe('a lock within one process', () => {
  it('names its holder in the file and is gone after release', async () => {
    const lock = await acquireLock(path, { purpose: 'a test', url: 'http://127.0.0.1:8080' });
    const held = JSON.parse(await readFile(path, 'utf8')) as LockHolder;
    expect(held).toMatchObject({ pid: process.pid, purpose: 'a test', url: 'http://127.0.0.1:8080' });
    expect(await readLock(path)).toEqual(held);
    await lock.release();
    expect(await readLock(path)).toBeNull();
    expect(await readdir(folder)).toEqual([]);
  });

  it('cannot be taken twice, and says where the holder can be reached', async () => {
    await acquireLock(path, { purpose: 'scrutineer serve', url: 'http://127.0.0.1:8080' });
    const again = acquireLock(path, { purpose: 'a second try' });
    await expect(again).rejects.toThrow(LockedError);
    await expect(again).rejects.toMatchObject({
      message: expect.stringContaining(`scrutineer serve (process ${process.pid}`),
      advice: 'Use it at http://127.0.0.1:8080, or stop that process first.',
    });
  });

  it('does not remove a lock that has passed to somebody else', async () => {
    const lock = await acquireLock(path, { purpose: 'first' });
    const other = { ...lock.holder, id: 'another' };
    await writeFile(path, JSON.stringify(other));
    await lock.release();
    expect(await readLock(path)).toEqual(other);
  });

  it('counts a holder on another machine as alive, and says how to clear it', async () => {
    const lock = await acquireLock(path, { purpose: 'first' });
    await writeFile(path, JSON.stringify({ ...lock.holder, host: 'elsewhere.example', pid: 999_999_999 }));
    await expect(acquireLock(path, { purpose: 'second' })).rejects.toMatchObject({
      message: expect.stringContaining('on elsewhere.example'),
      advice: expect.stringContaining(`delete ${path}`),
    });
  });

  it('takes over from a dead process whose number a later process now has', async () => {
    const lock = await acquireLock(path, { purpose: 'first' });
    await writeFile(path, JSON.stringify({ ...lock.holder, id: 'dead', started: 'an earlier boot:1' }));
    const mine = await acquireLock(path, { purpose: 'second' });
    expect((await readLock(path))?.id).toBe(mine.holder.id);
  });

  it('takes over a file that a power cut left empty, once it is old', async () => {
    await writeFile(path, '');
    await utimes(path, new Date(0), new Date(0));
    const mine = await acquireLock(path, { purpose: 'second' });
    expect((await readLock(path))?.id).toBe(mine.holder.id);
  });
});

describe('a lock between processes', () => {
  it('is held by one of two, until that one lets go', async () => {
    const first = contender();
    expect(await first.answer).toBe('took');
    await expect(acquireLock(path, { purpose: 'this test' })).rejects.toThrow(`process ${first.process.pid}`);
    first.process.stdin?.write('release\n');
    await once(first.process, 'exit');
    const mine = await acquireLock(path, { purpose: 'this test' });
    expect(await contender().answer).toMatch(/^refused: LockedError: .*this test/);
    await mine.release();
  });

  it('is taken over by exactly one of many when its holder was killed', async () => {
    const first = contender();
    expect(await first.answer).toBe('took');
    await kill(first.process);
    expect(await readLock(path)).toBeNull();
    const answers = await Promise.all(Array.from({ length: 6 }, () => contender().answer));
    expect(answers.filter((answer) => answer === 'took')).toHaveLength(1);
    expect(answers.filter((answer) => answer.startsWith('refused: LockedError'))).toHaveLength(5);
  });

  it('survives a process that was killed in the middle of a takeover', async () => {
    const lock = await acquireLock(path, { purpose: 'first' });
    const dead = { ...lock.holder, started: 'an earlier boot:1' };
    await writeFile(path, JSON.stringify({ ...dead, id: 'dead holder' }));
    await writeFile(`${path}.takeover`, JSON.stringify({ ...dead, id: 'dead taker' }));
    const mine = await acquireLock(path, { purpose: 'second' });
    expect((await readLock(path))?.id).toBe(mine.holder.id);
    expect(await readdir(folder)).toEqual(['work.lock']);
  });
});
