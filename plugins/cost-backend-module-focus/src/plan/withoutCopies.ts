import type { ListedFile } from '../files/FileSource';

/** A file that tells what another tells. */
export interface Copy<T> {
  file: T;
  copyOf: T;
}

/**
 * Leaves out what is there twice: the same bytes under another name (by their ETag and size), and one file in several
 * forms (`bill.csv`, `bill.csv.gz`, `bill.parquet`), of which the newest counts.
 */
export function withoutCopies<T extends ListedFile>(
  files: readonly T[],
): { kept: T[]; left: Copy<T>[] } {
  const left: Copy<T>[] = [];
  const byBytes = new Map<string, T>();
  const byStem = new Map<string, T>();
  const newestFirst = [...files].sort(
    (a, b) => b.modifiedAt - a.modifiedAt || (a.path < b.path ? -1 : 1),
  );
  for (const file of newestFirst) {
    const bytes = `${file.etag} ${file.size}`;
    const stem = file.path.replace(
      /(?:\.snappy)?\.(?:csv\.gz|csv|parquet)$/i,
      '',
    );
    const copyOf = byBytes.get(bytes) ?? byStem.get(stem);
    if (copyOf) {
      left.push({ file, copyOf });
      continue;
    }
    byBytes.set(bytes, file);
    byStem.set(stem, file);
  }
  const kept = [...byBytes.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { kept, left };
}
