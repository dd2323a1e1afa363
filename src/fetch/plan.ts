import type { IsoDate } from '../foundation/iso-date.ts';
import type { Format } from '../sources/input/input-file.ts';
import type { PoliteClient } from './http/polite-client.ts';
import type { FetchSource, Publisher } from './publishers/publishers.ts';

/** What somebody wants of a source. Months are named by their first day. */
export interface Wanted {
  /** Slugs of police forces; none named means all, where a source allows it. */
  readonly forces: readonly string[];
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** One file to fetch. */
export interface FileToFetch {
  readonly kind: 'file';
  readonly address: string;
  /** The name it gets in our folder. */
  readonly file: string;
  readonly formats: readonly Format[];
  /** When the publisher says that it was published. */
  readonly published: IsoDate | null;
  /** Of a ZIP: which members are wanted. */
  readonly members?: (member: string) => boolean;
}

/** The crimes of one month in all the neighbourhoods of a force, which take many questions and become one file. */
export interface CrimesToFetch {
  readonly kind: 'crimes';
  readonly address: string;
  readonly file: string;
  readonly force: string;
  /** YYYY-MM. */
  readonly month: string;
  readonly published: null;
}

export type ToFetch = FileToFetch | CrimesToFetch;

export interface Plan {
  readonly items: readonly ToFetch[];
  /** What a person should know of what is not fetched. */
  readonly notices: readonly string[];
}

/** What a planner is given: whom to ask, for what, and when it is. */
export interface Planning<Source extends FetchSource = FetchSource> {
  readonly client: PoliteClient;
  readonly publisher: Publisher;
  readonly source: Source;
  readonly wanted: Wanted;
  readonly today: IsoDate;
}

/** The sources of one layout. */
export type Of<Layout extends FetchSource['layout']> = Extract<FetchSource, { layout: Layout }>;
