import type { FetchReport, Plan, Publishers } from '../fetch/index.ts';
import type { ImportReport } from '../sources/importer/report.ts';

interface Reported {
  readonly source: string;
  readonly report: FetchReport;
}

/** The JSON of `scrutineer fetch --list`. */
export function listJson({ publishers }: Publishers): object {
  return {
    sources: publishers.flatMap(({ id, name, base, fetches }) =>
      fetches.map((source) => ({
        source: source.id,
        title: source.title,
        publisher: name,
        publisher_id: id,
        base,
      })),
    ),
  };
}

/** What can be fetched, for eyes. */
export function listText({ publishers }: Publishers): string {
  const parts = publishers.map(({ name, base, fetches }) =>
    [`${name} (${base})`, ...fetches.map(({ id, title }) => `  ${id}\n    ${title}`)].join('\n'),
  );
  return `${parts.join('\n\n')}\n`;
}

/** The JSON of `scrutineer fetch --dry-run`. */
export function planJson(source: string, { items, notices }: Plan): object {
  return {
    source,
    files: items.map(({ address, file, published }) => ({ address, file, published })),
    notices,
  };
}

/** What would be fetched, for eyes. */
export function describePlan(source: string, { items, notices }: Plan): string {
  const files = items.map(({ address, file }) => `  ${file}  ${address}`);
  return `${[`${source}: ${items.length} ${items.length === 1 ? 'file' : 'files'} to fetch`, ...files, ...notices.map((notice) => `  ${notice}`)].join('\n')}\n`;
}

/** The JSON of `scrutineer fetch`. */
export function fetchJson(reports: readonly Reported[], imported: ImportReport | null): object {
  return {
    fetched: reports.map(({ source, report }) => ({
      source,
      files: report.files.map(({ address, status, path, bytes, sha256, etag, published, error }) => ({
        address,
        status,
        path,
        bytes,
        sha256,
        etag,
        published,
        error,
      })),
      notices: report.notices,
    })),
    import: imported,
  };
}

/** What was fetched, for eyes. */
export function describeFetch(source: string, { files, notices }: FetchReport): string {
  const lines = files.map(({ address, status, path, bytes, error }) => {
    if (status === 'failed') return `✗ ${address}: ${error}`;
    const size = bytes < 1e5 ? `${bytes} bytes` : `${(bytes / 1e6).toFixed(1)} MB`;
    return status === 'unchanged'
      ? `· ${path}: not changed since it was fetched`
      : `✓ ${path}: ${size} from ${address}`;
  });
  const head = files.length === 0 ? [`${source}: nothing to fetch.`] : [];
  return `${[...head, ...lines, ...notices.map((notice) => `  ${notice}`)].join('\n')}\n`;
}
