const PATTERN = /^(.*\S) \d{3}[A-Z]{1,2}$/;

/**
 * The local authority part of a Lower Layer Super Output Area's name: "Camden 001A" → "Camden",
 * "Newcastle upon Tyne 024B" → "Newcastle upon Tyne". Null for text that is no such name.
 */
export function authorityPart(lsoaName: string): string | null {
  return PATTERN.exec(lsoaName.trim())?.[1] ?? null;
}
