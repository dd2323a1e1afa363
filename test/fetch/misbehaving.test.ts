import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MadeUpFetch } from './made-up-fetch.ts';
import { cutAfter, json, MadeUpPublisher, never, SORRY, status, whole } from './made-up-publisher.ts';

const PATH = '/api/crimes-street-dates';
const ANSWER = JSON.stringify([{ date: '2024-09', 'stop-and-search': ['metropolitan', 'city-of-london'] }]);
const source = 'police-uk-availability';

let publisher: MadeUpPublisher;
let fetching: MadeUpFetch;
let base = '';

beforeEach(async () => {
  publisher = new MadeUpPublisher();
  fetching = new MadeUpFetch();
  base = await publisher.start();
});
afterEach(async () => {
  await publisher.stop();
  fetching.cleanUp();
});

const today = (): string => join(fetching.folder, source, '2026-11-23');
const leftBehind = (): string[] => readdirSync(today()).filter((name) => name !== 'index.json');

describe('a publisher that misbehaves', () => {
  test('is asked again after as long as it says', async () => {
    publisher.on(PATH, status(429, { 'retry-after': '7' }), whole(ANSWER));
    const file = await fetching.one({ source, base });
    expect(file.status).toBe('fetched');
    expect(fetching.waits).toEqual([7000]);
  });

  test('is asked again after as long as it says by a date', async () => {
    publisher.on(PATH, status(503, { 'retry-after': 'Mon, 23 Nov 2026 12:00:30 GMT' }), whole(ANSWER));
    await fetching.one({ source, base });
    expect(fetching.waits).toEqual([30_000]);
  });

  test('is asked ever more seldom when it does not say, and then no more', async () => {
    publisher.on(PATH, status(429));
    const file = await fetching.one({ source, base });
    expect(file.error).toMatch(/127\.0\.0\.1:\d+ says that it has been asked too often \(429\)/);
    expect(fetching.waits).toEqual([750, 1500, 3000, 6000]);
    expect(publisher.asked).toHaveLength(5);
  });

  test('is left for another day when it wants an hour', async () => {
    publisher.on(PATH, status(503, { 'retry-after': '3600' }), whole(ANSWER));
    expect((await fetching.one({ source, base })).error).toContain('asks us to wait 3600 seconds');
    expect(fetching.waits).toEqual([]);
  });

  test.each([500, 502, 503, 504])('may answer %i and then be well', async (code) => {
    publisher.on(PATH, status(code), status(code), whole(ANSWER));
    const file = await fetching.one({ source, base });
    expect(file.status).toBe('fetched');
    expect(readFileSync(file.path ?? '', 'utf8')).toBe(ANSWER);
  });

  test.each([
    [404, 'has nothing at'],
    [403, 'does not let us have'],
  ])('is not asked again after %i', async (code, says) => {
    publisher.on(PATH, status(code));
    expect((await fetching.one({ source, base })).error).toContain(says);
    expect(publisher.asked).toHaveLength(1);
  });

  test('that breaks off is asked for the rest only', async () => {
    publisher.on(PATH, cutAfter(20, ANSWER, { etag: '"a"' }), whole(ANSWER, { etag: '"a"' }));
    const file = await fetching.one({ source, base });
    expect(readFileSync(file.path ?? '', 'utf8')).toBe(ANSWER);
    expect(publisher.asked[1]?.headers).toMatchObject({ range: 'bytes=20-', 'if-range': '"a"' });
    expect(leftBehind()).toEqual(['crimes-street-dates.json']);
  });

  test('that breaks off and has another version meanwhile sends it whole', async () => {
    const newer = ANSWER.replace('2024-09', '2024-10');
    publisher.on(PATH, cutAfter(20, ANSWER, { etag: '"a"' }), whole(newer, { etag: '"b"' }));
    expect(readFileSync((await fetching.one({ source, base })).path ?? '', 'utf8')).toBe(newer);
  });

  test('that breaks off each time leaves a part, with which a later run goes on', async () => {
    publisher.on(PATH, cutAfter(20, ANSWER, { etag: '"a"' }), (_request, response) => response.destroy());
    expect((await fetching.one({ source, base, limits: { attempts: 2 } })).error).toContain('broke');
    expect(existsSync(join(today(), 'crimes-street-dates.json.part'))).toBe(true);
    expect(existsSync(join(today(), 'crimes-street-dates.json'))).toBe(false);
    publisher.on(PATH, whole(ANSWER, { etag: '"a"' }));
    expect((await fetching.one({ source, base })).status).toBe('fetched');
    expect(publisher.asked.at(-1)?.headers.range).toBe('bytes=20-');
  });

  test('that sends another piece than asked for does not spoil the file', async () => {
    publisher.on(
      PATH,
      cutAfter(20, ANSWER, { etag: '"a"' }),
      status(206, { 'content-range': `bytes 0-9/${ANSWER.length}` }, ANSWER.slice(0, 10)),
      whole(ANSWER),
    );
    expect(readFileSync((await fetching.one({ source, base })).path ?? '', 'utf8')).toBe(ANSWER);
  });

  test('whose file has become shorter than our part is asked for it whole', async () => {
    publisher.on(PATH, cutAfter(90, `${ANSWER}${ANSWER}`, { etag: '"a"' }), status(416), whole(ANSWER));
    expect(readFileSync((await fetching.one({ source, base })).path ?? '', 'utf8')).toBe(ANSWER);
  });

  test('that announces more than it sends is not believed', async () => {
    publisher.on(PATH, (_request, response) => {
      response.writeHead(200, { 'content-length': String(ANSWER.length + 5), connection: 'close' });
      response.write(ANSWER, () => response.socket?.end());
    });
    expect((await fetching.one({ source, base, limits: { attempts: 2 } })).status).toBe('failed');
  });

  test('that packs its answer is understood', async () => {
    publisher.on(PATH, whole(gzipSync(ANSWER), { 'content-encoding': 'gzip' }));
    const file = await fetching.one({ source, base });
    expect(readFileSync(file.path ?? '', 'utf8')).toBe(ANSWER);
  });

  test('that sends a page of apology with a friendly 200 is quoted, and nothing is kept', async () => {
    publisher.on(PATH, whole(SORRY));
    const file = await fetching.one({ source, base });
    expect(file.error).toContain('sent a web page titled "Sorry, there is a problem with the service"');
    expect(leftBehind()).toEqual([]);
  });

  test('that sends a message of its storage is quoted', async () => {
    publisher.on(
      PATH,
      whole(
        '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>The key does not exist.</Message></Error>',
      ),
    );
    expect((await fetching.one({ source, base })).error).toContain(
      'a message titled "The key does not exist."',
    );
  });

  test.each([
    ['an empty file', ''],
    ['text where JSON was expected', 'Month,Force\n2024-09,metropolitan\n'],
  ])('that sends %s is not believed', async (what, content) => {
    publisher.on(PATH, whole(content));
    expect((await fetching.one({ source, base })).error).toContain(`sent ${what}`);
    expect(leftBehind()).toEqual([]);
  });

  test('that falls silent is given up, and says so', async () => {
    publisher.on(PATH, never('[{'));
    const file = await fetching.one({ source, base, limits: { idle_seconds: 0.1, attempts: 2 } });
    expect(file.error).toMatch(/is silent: nothing came for 0\.1 seconds/);
    expect(publisher.asked).toHaveLength(2);
  });

  test('that sends us round in circles is left', async () => {
    publisher.on(PATH, status(302, { location: '/b' })).on('/b', status(302, { location: PATH }));
    expect((await fetching.one({ source, base })).error).toContain('sends us on and on');
    expect(publisher.asked).toHaveLength(6);
  });

  test('that has moved its file is followed, but not out of the web', async () => {
    publisher.on(PATH, status(302, { location: '/files/new.json' })).on('/files/new.json', whole(ANSWER));
    expect((await fetching.one({ source, base })).status).toBe('fetched');
    publisher.on(PATH, status(302, { location: 'file:///etc/passwd' }));
    expect((await fetching.one({ source, base })).error).toContain('not a safe address');
  });

  test('that sends more than is taken is stopped, whether it says how much or not', async () => {
    const limits = { largest_bytes: 50 };
    publisher.on(PATH, whole(ANSWER));
    expect((await fetching.one({ source, base, limits })).error).toContain('over the limit');
    publisher.on(PATH, (_request, response) => response.writeHead(200).end(ANSWER));
    expect((await fetching.one({ source, base, limits })).error).toContain('over the limit');
    expect(leftBehind()).toEqual([]);
  });

  test('that is not there is named, with what to do', async () => {
    await publisher.stop();
    const file = await fetching.one({ source, base });
    expect(file.error).toMatch(
      /127\.0\.0\.1:\d+ refuses the connection\. Check that this machine may reach it/,
    );
    expect(fetching.waits).toEqual([]);
  });

  test('whose name is nobody is named', async () => {
    const file = await fetching.one({ source, base: 'http://no-such-host.invalid' });
    expect(file.error).toContain('The name no-such-host.invalid cannot be found');
  });

  test('is not asked for the further files when it cannot be reached', async () => {
    publisher.on(
      PATH,
      json([
        { date: '2024-09', 'stop-and-search': ['metropolitan'] },
        { date: '2024-08', 'stop-and-search': ['metropolitan'] },
      ]),
    );
    publisher.on('/api/stops-force?force=metropolitan&date=2024-08', (_request, response) =>
      response.destroy(),
    );
    const { files, notices } = await fetching.run({
      source: 'police-uk-stops',
      base,
      forces: ['metropolitan'],
      from: '2024-08-01',
      limits: { attempts: 1 },
    });
    expect(files).toHaveLength(1);
    expect(notices).toEqual(['1 further files were not asked for.']);
  });
});

describe('a fetch', () => {
  test('asks whether anything has changed, and keeps what it has when not', async () => {
    publisher.on(PATH, whole(ANSWER, { etag: '"a"' }));
    const first = await fetching.one({ source, base });
    fetching.passDays(3);
    const second = await fetching.one({ source, base });
    expect(second).toMatchObject({ status: 'unchanged', path: first.path, sha256: first.sha256 });
    expect(publisher.asked[1]?.headers['if-none-match']).toBe('"a"');
    expect(readdirSync(join(fetching.folder, source, '2026-11-26'))).toEqual([]);
  });

  test('keeps one copy of the same bytes from a publisher without ETags', async () => {
    publisher.on(PATH, whole(ANSWER));
    const first = await fetching.one({ source, base });
    fetching.passDays(1);
    expect(await fetching.one({ source, base })).toMatchObject({ status: 'unchanged', path: first.path });
  });

  test('keeps both when something has changed', async () => {
    publisher.on(PATH, whole(ANSWER, { etag: '"a"' }));
    const first = await fetching.one({ source, base });
    fetching.passDays(1);
    publisher.on(PATH, whole(ANSWER.replace('09', '10'), { etag: '"b"' }));
    const second = await fetching.one({ source, base });
    expect(second.status).toBe('fetched');
    expect([first, second].map(({ path }) => existsSync(path ?? ''))).toEqual([true, true]);
  });

  test('remembers where each file came from, when, and its hash', async () => {
    publisher.on(PATH, whole(ANSWER, { etag: '"a"', 'last-modified': 'Mon, 02 Nov 2026 08:00:00 GMT' }));
    const file = await fetching.one({ source, base });
    const index = JSON.parse(readFileSync(join(today(), 'index.json'), 'utf8')) as object;
    expect(index).toEqual({
      format: 1,
      files: [
        {
          address: `${base}${PATH}`,
          file: 'crimes-street-dates.json',
          etag: '"a"',
          last_modified: 'Mon, 02 Nov 2026 08:00:00 GMT',
          sha256: file.sha256,
          bytes: ANSWER.length,
          fetched_at: '2026-11-23T12:00:00.000Z',
        },
      ],
    });
  });

  test('gives its name', async () => {
    publisher.on(PATH, whole(ANSWER));
    await fetching.one({ source, base });
    expect(publisher.asked[0]?.headers['user-agent']).toMatch(/^Scrutineer/);
  });

  test('that is stopped leaves a part and nothing half-done, and goes on from there', async () => {
    const stop = new AbortController();
    publisher.on(PATH, (_request, response) => {
      response.writeHead(200, { etag: '"a"', 'content-length': String(ANSWER.length) });
      response.write(ANSWER.slice(0, 30), () => setTimeout(() => stop.abort(), 50));
    });
    const file = await fetching.one({ source, base, signal: stop.signal });
    expect(file.error).toBe('Stopped. The same command goes on where this one was stopped.');
    expect(leftBehind().toSorted()).toEqual([
      'crimes-street-dates.json.part',
      'crimes-street-dates.json.part.json',
    ]);
    publisher.on(PATH, whole(ANSWER, { etag: '"a"' }));
    const again = await fetching.one({ source, base });
    expect(readFileSync(again.path ?? '', 'utf8')).toBe(ANSWER);
    expect(publisher.asked.at(-1)?.headers.range).toBe('bytes=30-');
  });
});
