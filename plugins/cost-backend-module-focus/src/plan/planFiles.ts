import { ConflictError } from '@backstage/errors';
import {
  dayAfter,
  type DaySlice,
  type RowProblem,
} from '@portico/plugin-cost-node';
import type { ListedFile } from '../files/FileSource';
import type { Manifest } from './Manifest';
import { readLayout, type Layout } from './readLayout';
import { withoutCopies } from './withoutCopies';

/** How late a row may come in a file of a later day. */
const LATE_DAYS = 31;

/** A file that is to be read, and the export that it belongs to. */
export interface PlannedFile extends ListedFile {
  exported: string;
}

export interface FilePlan {
  /** The newest export first, so that it counts where another tells the same. */
  files: PlannedFile[];
  problems: RowProblem[];
}

interface Laid extends ListedFile {
  layout: Layout;
}

const DATA = /\.(?:csv|csv\.gz|parquet)$/i;

/**
 * Says which files hold the rows of a slice: of each export and period those of the newest delivery, as its manifest
 * names them, and none twice.
 *
 * @throws ConflictError where a manifest names a file that is not there (yet)
 */
export function planFiles(
  listed: readonly ListedFile[],
  manifests: readonly Manifest[],
  slice: DaySlice,
): FilePlan {
  const groups = new Map<string, Laid[]>();
  for (const file of listed) {
    if (!DATA.test(file.path)) continue;
    const layout = readLayout(file.path);
    if (!mayHold(layout, slice)) continue;
    const key = keyOf(layout);
    groups.set(key, [...(groups.get(key) ?? []), { ...file, layout }]);
  }
  const problems: RowProblem[] = [];
  const files: PlannedFile[] = [];
  const newest = (group: Laid[]) =>
    Math.max(...group.map(({ modifiedAt }) => modifiedAt));
  const ordered = [...groups].sort(([, a], [, b]) => newest(b) - newest(a));
  for (const [key, group] of ordered) {
    const manifest = newestOf(
      manifests.filter(one => keyOf(readLayout(one.file.path)) === key),
    );
    const { kept, left } = manifest
      ? { kept: namedBy(manifest, group), left: [] }
      : withoutCopies(ofNewestDelivery(group));
    files.push(
      ...kept.map(({ layout, ...file }) => ({
        ...file,
        exported: layout.exported,
      })),
    );
    for (const { file, copyOf } of left) {
      problems.push({
        where: file.name,
        message: `It is the same bill as ${copyOf.name} and was left out; remove one of them.`,
      });
    }
  }
  return { files, problems };
}

/** A month's file is of that month's bill; what adds to earlier files may be late. */
function mayHold({ period, isIncrement }: Layout, slice: DaySlice): boolean {
  if (!period) return true;
  const late = isIncrement ? LATE_DAYS : 0;
  return period.from <= dayAfter(slice.to, late) && period.to >= slice.from;
}

function keyOf({ exported, period }: Layout): string {
  return JSON.stringify([exported, period?.from, period?.to]);
}

function newestOf(manifests: Manifest[]): Manifest | undefined {
  return manifests.reduce<Manifest | undefined>(
    (best, one) =>
      best && best.file.modifiedAt >= one.file.modifiedAt ? best : one,
    undefined,
  );
}

function namedBy({ file, files }: Manifest, group: Laid[]): Laid[] {
  return files.map(named => {
    const found = group.find(
      ({ path }) =>
        named === path ||
        named.endsWith(`/${path}`) ||
        path.endsWith(`/${named}`),
    );
    if (found) return found;
    throw new ConflictError(
      `${file.name} names ${named}, which is not there: a delivery is under way, or files were removed. It is tried again with the next collection.`,
    );
  });
}

function ofNewestDelivery(group: Laid[]): Laid[] {
  const [first] = group;
  if (first.layout.isIncrement) return group;
  const newest = group.reduce((best, one) =>
    one.modifiedAt > best.modifiedAt ? one : best,
  );
  return group.filter(
    ({ layout }) => layout.delivery === newest.layout.delivery,
  );
}
