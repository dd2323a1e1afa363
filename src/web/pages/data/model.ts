import { DataDoubts, type Problem } from '../../../checks/index.ts';
import { MeasureBoard } from '../../../evidence/index.ts';
import type { Release } from '../../../lake/release.ts';
import { SOURCES } from '../../../sources/registry.ts';
import type { WebServices } from '../../services.ts';
import { coverageOf, monthsOfFigures, type Coverage } from './coverage.ts';
import { DEFAULT_AREA, measureHref } from '../measures/model.ts';
import { templateLines, type TemplateLine } from './templates.ts';

/** What the data page shows. */
export interface DataModel {
  readonly answer: string;
  readonly publications: readonly Publication[];
  readonly coverage: readonly Coverage[];
  /** What fails a check; whole missing months stand in the coverage already. */
  readonly problems: readonly Problem[];
  /** Formats that the program reads and of which nothing is held. */
  readonly notHeld: readonly {
    readonly title: string;
    readonly publisher: string;
    readonly address: string;
  }[];
  /** Forms for what nobody publishes. */
  readonly templates: readonly TemplateLine[];
  /** Measures without a figure. */
  readonly empty: readonly { readonly title: string; readonly href: string }[];
}

/** All releases of one publication for one scope, latest first. */
export interface Publication {
  readonly source: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly rows: number;
  readonly rejects: number;
  readonly duplicates: number;
  readonly warnings: number;
  readonly releases: readonly Release[];
}

/** Gathers the data page. */
export async function dataModel({ app }: WebServices): Promise<DataModel> {
  const releases = app.lake.releases();
  const publications = publicationsOf(releases);
  const held = new Set(releases.map(({ source }) => source));
  const summaries = await MeasureBoard.of(app).all(DEFAULT_AREA);
  const figures = await monthsOfFigures(app.lake);
  const coverage = publications.flatMap((each) => coverageOf(each, figures) ?? []);
  return {
    answer: answerOf(releases, coverage),
    publications,
    coverage,
    problems: app.doubts instanceof DataDoubts ? await problemsOf(app.doubts) : [],
    templates: templateLines(app.measures.list(), held),
    notHeld: SOURCES.filter(({ id }) => !held.has(id) && id !== 'figures' && !isReturn(id)).map(
      ({ title, publisher, address }) => ({ title, publisher, address }),
    ),
    empty: summaries
      .filter(({ held: figures }) => figures === null)
      .map(({ measure }) => ({ title: measure.title, href: measureHref(measure.id, DEFAULT_AREA) })),
  };
}

/** Whether a source is a filled template: these stand in a list of their own. */
function isReturn(id: string): boolean {
  return id.startsWith('return-');
}

async function problemsOf(doubts: DataDoubts): Promise<readonly Problem[]> {
  const problems = await doubts.all();
  return problems.filter(({ check }) => check !== 'missing-months');
}

function answerOf(releases: readonly Release[], coverage: readonly Coverage[]): string {
  if (releases.length === 0) return 'No data are held yet: everything below says where it would come from.';
  const sum = (of: (release: Release) => number): number =>
    releases.reduce((total, each) => total + of(each), 0);
  const number = (value: number): string => value.toLocaleString('en-GB');
  const rejected = sum(({ rows_rejected }) => rows_rejected);
  const missing = coverage.reduce((total, each) => total + each.missing.length, 0);
  const gaps = coverage.filter((each) => each.missing.length > 0).length;
  return `${number(releases.length)} releases are held, with ${number(sum(({ rows }) => rows))} rows; ${rejected === 0 ? 'no row was' : `${number(rejected)} rows were`} turned away, and ${missing === 0 ? 'no month is missing within any publication' : `${number(missing)} months are missing within ${gaps} ${gaps === 1 ? 'publication' : 'publications'}`}.`;
}

/** Releases put together by publication and scope, in the order of their titles. */
export function publicationsOf(releases: readonly Release[]): readonly Publication[] {
  const groups = Map.groupBy(
    releases,
    ({ source, title, force }) => `${title}\u0000${source}\u0000${force ?? ''}`,
  );
  return [...groups.values()]
    .flatMap((own) => {
      const [first] = own;
      if (!first) return [];
      const sum = (of: (release: Release) => number): number =>
        own.reduce((total, each) => total + of(each), 0);
      return [
        {
          source: first.source,
          title: first.force === null ? first.title : `${first.title} (${first.force})`,
          publisher: first.publisher,
          licence: first.licence,
          rows: sum(({ rows }) => rows),
          rejects: sum(({ rows_rejected }) => rows_rejected),
          duplicates: sum(({ duplicates }) => duplicates),
          warnings: sum(({ warnings }) => warnings.length),
          releases: own.toSorted(
            (a, b) => (b.from ?? '').localeCompare(a.from ?? '') || b.release.localeCompare(a.release),
          ),
        },
      ];
    })
    .toSorted((a, b) => a.title.localeCompare(b.title));
}
