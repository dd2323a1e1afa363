import type { DuckDBConnection } from '@duckdb/node-api';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Areas } from '../../areas/index.ts';
import { placesInWords, type Places } from '../../lake/places.ts';
import type { Release } from '../../lake/release.ts';
import type { TableName } from '../../lake/tables.ts';
import { TABLES } from '../../lake/tables.ts';
import { lacking } from '../../lake/views.ts';
import type { LakeWriter } from '../../lake/writer.ts';
import { heldOutlines } from '../places/held-outlines.ts';
import type { PlaceBook } from '../places/place-book.ts';
import { placeFile } from '../places/place-file.ts';

/** How the points of a file were placed, and by the outlines of which releases. */
export interface Placing {
  readonly places: Places;
  readonly derivedFrom: readonly string[];
}

/**
 * Fills `borough`, `ward` and `ward_code` of rows that carry coordinates, from the outlines that the lake holds. The
 * outlines used are named in the release (`derived_from`); when others are imported, rows are placed again. See docs/decisions/015.
 */
export class PointPlacer {
  readonly #writer: LakeWriter;
  readonly #areas: Areas;
  #book: { readonly stamp: string; readonly book: Promise<PlaceBook | null> } | null = null;

  constructor(writer: LakeWriter, areas: Areas) {
    this.#writer = writer;
    this.#areas = areas;
  }

  /** Places the rows of a staged file. Null when its table has no points, or no outlines are held. */
  async place(
    connection: DuckDBConnection,
    table: TableName,
    staged: { readonly parquet: string },
  ): Promise<Placing | null> {
    if (!carriesPoints(table)) return null;
    const book = await this.#outlines(connection);
    if (!book) return null;
    const placed = `${staged.parquet}.placed`;
    const file = { table, parquet: staged.parquet, lacks: [] };
    const { places, written } = await placeFile(connection, file, placed, book);
    if (written) await rename(placed, staged.parquet);
    return { places, derivedFrom: book.releases };
  }

  /** What a reader of an import must know of how its points were placed. */
  say(placing: Placing | null, force: string | null): string[] {
    if (!placing) return [];
    const name = force === null ? null : (this.#areas.bySlug(force)?.name ?? null);
    const inLondon = name !== null && this.#areas.membersOf(name, 'borough').length > 0;
    return placesInWords(placing.places, inLondon);
  }

  /** Places again every release whose rows were placed by other outlines than those in force, or by none. Gives those releases. */
  async replaceAll(connection: DuckDBConnection): Promise<readonly Release[]> {
    const book = await this.#outlines(connection);
    if (!book) return [];
    const stale = this.#writer.manifests
      .list()
      .filter(
        (release) =>
          carriesPoints(release.table) && release.derived_from.join(' ') !== book.releases.join(' '),
      );
    const placed: Release[] = [];
    for (const release of stale) placed.push(...(await this.#replace(connection, release, book)));
    return placed;
  }

  async #replace(connection: DuckDBConnection, release: Release, book: PlaceBook): Promise<Release[]> {
    const [file] = release.files;
    if (!file) return [];
    const to = this.#writer.stagingPath('.parquet');
    const parquet = join(this.#writer.workspace.lakeDir, file.path);
    const lacks = lacking(release);
    // Places that other outlines gave must go, even where the new ones give none.
    const placedBefore = release.places ? release.places.in_borough + release.places.in_ward > 0 : true;
    const always = placedBefore && release.derived_from.length > 0;
    const point = { table: release.table, parquet, lacks };
    const { places, written } = await placeFile(connection, point, to, book, always);
    const now = { ...release, places, derived_from: book.releases };
    if (!written) {
      this.#writer.amend(now);
      return [now];
    }
    const { files: _files, columns: _columns, ...draft } = now;
    return [await this.#writer.commit(draft, to)];
  }

  /** The outlines in force; read anew when a release of outlines has been added. */
  async #outlines(connection: DuckDBConnection): Promise<PlaceBook | null> {
    const releases = this.#writer.manifests.list();
    const stamp = releases.flatMap(({ table, release }) => (table === 'boundary' ? [release] : [])).join(' ');
    if (this.#book?.stamp !== stamp) {
      const { lakeDir } = this.#writer.workspace;
      this.#book = { stamp, book: heldOutlines(connection, lakeDir, releases, this.#areas) };
    }
    return this.#book.book;
  }
}

function carriesPoints(table: TableName): boolean {
  const { columns } = TABLES[table];
  return 'longitude' in columns && 'ward' in columns;
}

/** A sentence about releases that were placed after their import. */
export function placedAgain(releases: readonly Release[]): string {
  const sum = (of: (places: Places) => number): number =>
    releases.reduce((total, { places }) => total + (places ? of(places) : 0), 0);
  const rows = sum((places) => places.rows).toLocaleString('en-GB');
  const boroughs = sum((places) => places.in_borough).toLocaleString('en-GB');
  const wards = sum((places) => places.in_ward).toLocaleString('en-GB');
  const many = `${releases.length} ${releases.length === 1 ? 'release' : 'releases'}`;
  return `The points of ${many} imported before were placed by the outlines now held: of ${rows} rows, ${boroughs} in a borough and ${wards} in a ward.`;
}
