import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  SourceCoverage,
  SourceList,
  SourceStatus,
  UnusedSource,
} from '@portico/plugin-sources-common';
import type { SourceReports } from '@portico/plugin-sources-node';
import { checkSource } from '../checkSource';
import type { Source } from '../Source';
import type { SourceStore, Standing } from '../store/SourceStore';

/** A source that was looked at so lately isn't asked again. */
const FRESH_MS = 2_000;

/** Looks at all sources now and then, and at one when somebody asks. */
export class SourceMonitor {
  readonly #options: {
    sources: Source[];
    unused: UnusedSource[];
    store: SourceStore;
    reports: SourceReports;
    logger: LoggerService;
  };
  readonly #underWay = new Map<string, Promise<Standing>>();

  constructor(options: {
    sources: Source[];
    unused: UnusedSource[];
    store: SourceStore;
    reports: SourceReports;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /** One look at each. */
  async checkAll(): Promise<void> {
    const { sources, store } = this.#options;
    await store.keepOnly(sources.map(({ id }) => id));
    await Promise.all(sources.map(source => this.#look(source)));
  }

  /** Hands on what the plugins of this replica learned. */
  async keepReports(): Promise<void> {
    const { reports, store } = this.#options;
    await store.keepReports(reports.list());
  }

  /**
   * Looks at one source now; many who ask at once get one look.
   *
   * @throws NotFoundError that lists the ids there are
   */
  async check(id: string): Promise<SourceStatus> {
    const { sources, store } = this.#options;
    const source = sources.find(it => it.id === id);
    if (!source) {
      throw new NotFoundError(
        `There is no source '${id}'. Known: ${sources
          .map(it => it.id)
          .join(', ')}.`,
      );
    }
    const standing = await store.standing(id);
    const at = Date.parse(standing?.check?.at ?? '');
    const isFresh = Date.now() - at < FRESH_MS;
    const newest = isFresh && standing ? standing : await this.#look(source);
    const coverage = await store.coverage();
    return toStatus(source, newest, coverage);
  }

  async list(): Promise<SourceList> {
    const { sources, unused, store } = this.#options;
    const [standings, coverage] = await Promise.all([
      store.standings(),
      store.coverage(),
    ]);
    return {
      items: sources.map(source =>
        toStatus(source, standings.get(source.id), coverage),
      ),
      unused,
    };
  }

  #look(source: Source): Promise<Standing> {
    const known = this.#underWay.get(source.id);
    if (known) return known;
    const look = this.#lookNow(source).finally(() =>
      this.#underWay.delete(source.id),
    );
    this.#underWay.set(source.id, look);
    return look;
  }

  async #lookNow(source: Source): Promise<Standing> {
    const { store, logger } = this.#options;
    const check = await checkSource(source);
    const before = await store.standing(source.id);
    const standing = await store.keepCheck(source.id, check, before);
    if (standing.state !== (before?.state ?? 'reachable')) {
      const text = `Source ${source.id} is ${standing.state}`;
      if (standing.state === 'reachable') logger.info(text);
      else logger.warn(`${text}: ${check.message}`);
    }
    return standing;
  }
}

function toStatus(
  { check: _, ...source }: Source,
  standing: Standing | undefined,
  coverage: Awaited<ReturnType<SourceStore['coverage']>>,
): SourceStatus {
  return {
    ...source,
    state: 'unchecked',
    ...standing,
    coverage: coverageOf(source, coverage),
  };
}

/** What plugins got of a source, of all instances of its kind together, and of parts of it. */
function coverageOf(
  { id, kind }: Pick<Source, 'id' | 'kind'>,
  coverage: Awaited<ReturnType<SourceStore['coverage']>>,
): SourceCoverage[] {
  const own = coverage.get(id) ?? [];
  if (id !== kind) return [...own, ...(coverage.get(kind) ?? [])];
  // The only one of its kind: what plugins have names for inside it, such as PagerDuty's incidents.
  const prefix = `${kind}:`;
  const parts = [...coverage].filter(([source]) => source.startsWith(prefix));
  return [
    ...own,
    ...parts.flatMap(([source, reports]) =>
      reports.map(report => ({
        ...report,
        by: `${report.by} (${source.slice(prefix.length)})`,
      })),
    ),
  ];
}
