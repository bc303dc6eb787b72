import type { ListedFile } from '../files/FileSource';

/** What a manifest says that a delivery is made of. */
export interface Manifest {
  file: ListedFile;
  /** Paths or addresses of its files; the end of each is the path of a listed one. */
  files: string[];
}

const NAME = /manifest\.json$/i;

export function isManifest({ path }: ListedFile): boolean {
  return NAME.test(path);
}

/**
 * Reads the manifests of AWS (`dataFiles`) and Azure (`blobs`).
 *
 * @returns undefined where it names no files
 */
export function readManifest(
  file: ListedFile,
  text: string,
): Manifest | undefined {
  const json = parse(text);
  const { dataFiles, blobs } = (json ?? {}) as {
    dataFiles?: unknown;
    blobs?: unknown;
  };
  const files = [dataFiles, blobs]
    .flatMap(list => (Array.isArray(list) ? list : []))
    .map(one => (typeof one === 'string' ? one : one?.blobName))
    .filter((one): one is string => typeof one === 'string');
  return files.length > 0 ? { file, files } : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
