import type { IsoDate } from '../foundation/iso-date.ts';

/** Kinds of area, in the order in which an alias that several share is answered when no type is asked for. */
export const AREA_TYPES = ['force', 'borough', 'nation', 'region', 'command unit', 'unplaced'] as const;

/** `unplaced` is a label that stands where a place should be but is none ("Unknown", "Aviation Security (SO18)"). */
export type AreaType = (typeof AREA_TYPES)[number];

/** An official code and the days on which it was in use (null: no end is known). */
export interface AreaCode {
  readonly code: string;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** A place, or a label used as one, that figures may be about. */
export interface Area {
  /** Canonical name, unique across all types. */
  readonly name: string;
  readonly type: AreaType;
  /** For addresses, unique across all types; a force's is the one of data.police.uk ("metropolitan"). */
  readonly slug: string;
  /** The code in use today, or null where there is none. */
  readonly code: string | null;
  /** All codes, oldest first. */
  readonly codes: readonly AreaCode[];
  /** Other spellings met in published files. */
  readonly aliases: readonly string[];
}

/** A line of the table by which a database joins published names to canonical ones; see `foldSql`. */
export interface AliasRow {
  readonly alias_folded: string;
  readonly canonical: string;
  readonly type: AreaType;
}
