import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { ask, parseQuestion, type Finding, type ReadingSide } from '../../src/evidence/index.ts';
import type { Cell } from '../../src/lake/engine.ts';
import { NEWEST } from '../../src/lake/vintages.ts';
import { noSharedData, SHARED_DATA, TestWorkspace } from '../import/workspace.ts';

type Rows = readonly Readonly<Record<string, Cell>>[];

describe.skipIf(noSharedData !== null)(
  `two releases of the Metropolitan Police's borough counts${noSharedData === null ? '' : ` (${noSharedData})`}`,
  () => {
    const workspace = new TestWorkspace();
    let app: ReadingSide;

    beforeAll(async () => {
      await workspace.import(
        [
          'london-datastore-mps-recorded-crime-to-2023-10/borough-historical.csv',
          'london-datastore-mps-recorded-crime-to-2023-10/borough-recent.csv',
          'london-datastore-mps-recorded-crime-to-2026-03',
        ].map((path) => join(SHARED_DATA, path)),
      );
      app = buildApp(workspace.dir);
    }, 120_000);
    afterAll(() => {
      app.lake.close();
      workspace.cleanUp();
    });

    const changed = async (question: string): Promise<Finding> =>
      ask(app, parseQuestion(`what-changed ${question}`), { vintage: NEWEST });
    const rows = ({ numbers }: Finding, list: string): Rows => numbers[list] as Rows;
    const sum = (of: Rows): number => of.reduce((total, row) => total + Number(row['data_revised']), 0);

    it('gives the published difference of a month', async () => {
      const october = await changed('recorded-crime --since 2023-12-01 --from 2023-10 --to 2023-10');
      expect(october.numbers).toMatchObject({
        then_value: 82_432,
        now_value: 82_527,
        data_revised: 95,
        world: 0,
      });
      const april = await changed('recorded-crime --since 2023-12-01 --from 2010-04 --to 2010-04');
      expect(april.numbers).toMatchObject({ then_value: 68_536, now_value: 68_011, data_revised: -525 });
    }, 180_000);

    it('adds up: definition, data and world to the change; areas and what lies in none to the whole; offences too', async () => {
      const finding = await changed('robbery --since 2023-12-01');
      const { change, definition, data_revised: data, world, total_data_revised: total } = finding.numbers;
      expect(Number(definition) + Number(data) + Number(world)).toBe(change);
      const elsewhere = Number(finding.numbers['total_given_to_no_area']);
      expect(sum(rows(finding, 'areas')) + elsewhere).toBe(total);
      expect(sum(rows(finding, 'periods'))).toBe(total);
      expect(sum(rows(finding, 'releases'))).toBe(total);
      expect(sum(rows(finding, 'groups'))).toBe(total);
      // Robberies whose place is not known used to stand against the borough that investigated them.
      expect(elsewhere).toBeGreaterThan(5000);
    });

    it('gives the reason that the publisher gave, beside the figures and not as a share of them', async () => {
      const finding = await changed('robbery --area Westminster --since 2023-12-01');
      expect(rows(finding, 'known_reasons').map(({ id }) => id)).toEqual(['met-borough-of-offence-2024']);
      expect(finding.numbers['whole_area']).toBe('Metropolitan Police');
      expect(finding.caveats.join(' ')).toContain('is now counted where it happened');
    });

    it('tells a label that moved from offences that moved', async () => {
      const finding = await changed('violence-against-the-person --since 2023-12-01 --by offence');
      const given = (when: string): unknown[] =>
        rows(finding, 'groups')
          .filter((row) => row['given'] === when)
          .map(({ group }) => group);
      expect(given('then')).toEqual(['Violence without injury, with stalking and harassment']);
      expect(given('now')).toContain('Stalking and harassment');
    });
  },
);
