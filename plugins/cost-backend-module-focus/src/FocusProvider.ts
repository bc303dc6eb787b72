import type {
  CostBatch,
  CostProvider,
  DaySlice,
  PullPrice,
} from '@portico/plugin-cost-node';
import { createHash } from 'node:crypto';
import type { FocusSettings } from './config/FocusSettings';
import type { FileSource, ListedFile } from './files/FileSource';
import { isManifest, readManifest, type Manifest } from './plan/Manifest';
import { monthsOf } from './plan/months';
import { OneOfEach } from './plan/OneOfEach';
import { planFiles, type FilePlan } from './plan/planFiles';
import { readLayout } from './plan/readLayout';
import { readFocusFile } from './read/readFocusFile';
import { TagMapping } from './read/TagMapping';

/** A bill that is exported as FOCUS files. */
export class FocusProvider implements CostProvider {
  readonly id: string;
  readonly title: string;
  readonly kind = 'billed';
  readonly role;
  readonly restatedDays: number;
  readonly sliceDays = 31;
  readonly #settings: FocusSettings;
  readonly #source: FileSource;
  readonly #tags: TagMapping;

  constructor(settings: FocusSettings, source: FileSource) {
    const { name, title, counts, restatedDays, tags } = settings;
    this.id = `focus:${name}`;
    this.title = title;
    this.role = counts;
    this.restatedDays = restatedDays;
    this.#settings = settings;
    this.#source = source;
    this.#tags = new TagMapping(tags);
  }

  /** One listing, and a file or so for each month. */
  priceOf(slice: DaySlice): PullPrice {
    return { requests: 1 + monthsOf(slice).length };
  }

  async versionOf(
    slice: DaySlice,
    { signal }: { signal: AbortSignal },
  ): Promise<string> {
    const { files } = await this.#plan(slice, signal);
    const hash = createHash('sha256').update(
      JSON.stringify(this.#settings.tags),
    );
    for (const { name, etag } of files) hash.update(`\n${name} ${etag}`);
    return hash.digest('hex');
  }

  async *pull(
    slice: DaySlice,
    { signal }: { signal: AbortSignal },
  ): AsyncGenerator<CostBatch> {
    const { files, problems } = await this.#plan(slice, signal);
    const once = new OneOfEach();
    yield { rows: [], problems };
    for (const file of files) {
      const batches = readFocusFile(
        this.#source.open(file),
        slice,
        signal,
        this.#tags,
      );
      for await (const batch of batches) {
        const taken = once.take(file, batch.rows);
        yield {
          rows: taken.rows,
          problems: [...batch.problems, ...taken.problems],
        };
      }
    }
  }

  async #plan(slice: DaySlice, signal: AbortSignal): Promise<FilePlan> {
    const listed = await this.#source.list(slice, signal);
    const manifests: Manifest[] = [];
    for (const file of listed) {
      if (!isManifest(file) || !isAbout(file, slice)) continue;
      const manifest = readManifest(file, await this.#textOf(file, signal));
      if (manifest) manifests.push(manifest);
    }
    return planFiles(listed, manifests, slice);
  }

  async #textOf(file: ListedFile, signal: AbortSignal): Promise<string> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.#source.open(file).read(signal)) {
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
  }
}

function isAbout({ path }: ListedFile, { from, to }: DaySlice): boolean {
  const { period } = readLayout(path);
  return !period || (period.from <= to && period.to >= from);
}
