import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { HealthOverview } from '@portico/plugin-health-common';
import type { SummaryCache } from './SummaryCache';
import type { Visibility, Visible } from './Visibility';

const compress = promisify(gzip);

/** Sources grow silent with time alone, also while nothing is written. */
const KEPT_MS = 10_000;
const MOST_KEPT = 100;

/** An answer, ready to be sent. */
export interface Body {
  etag: string;
  plain: Buffer;
  gzipped: Buffer;
}

/**
 * The overview is long, and the same for all who see the same components: it is written out once for each
 * revision and for each set of components, not for each request.
 */
export class OverviewBodies {
  readonly #cache: SummaryCache;
  readonly #visibility: Visibility;
  readonly #now: () => Date;
  readonly #overview: (
    credentials: BackstageCredentials,
  ) => Promise<HealthOverview>;
  readonly #digests = new WeakMap<object, string>();
  readonly #kept = new Map<string, { at: number; body: Promise<Body> }>();

  constructor(options: {
    cache: SummaryCache;
    visibility: Visibility;
    overview: (credentials: BackstageCredentials) => Promise<HealthOverview>;
    now: () => Date;
  }) {
    this.#cache = options.cache;
    this.#visibility = options.visibility;
    this.#overview = options.overview;
    this.#now = options.now;
  }

  async of(credentials: BackstageCredentials): Promise<Body> {
    const visible = await this.#visibility.of(credentials);
    const { revision } = await this.#cache.current();
    const key = `${revision} ${this.#digestOf(visible)}`;
    const now = this.#now().getTime();
    const kept = this.#kept.get(key);
    if (kept && now - kept.at < KEPT_MS) return kept.body;
    for (const [old, { at }] of this.#kept) {
      if (now - at >= KEPT_MS || this.#kept.size >= MOST_KEPT) {
        this.#kept.delete(old);
      }
    }
    const body = this.#write(credentials);
    this.#kept.set(key, { at: now, body });
    body.catch(() => this.#kept.delete(key));
    return body;
  }

  async #write(credentials: BackstageCredentials): Promise<Body> {
    const plain = Buffer.from(
      JSON.stringify(await this.#overview(credentials)),
    );
    const etag = `"${createHash('sha1').update(plain).digest('base64url')}"`;
    return { etag, plain, gzipped: await compress(plain) };
  }

  #digestOf(visible: Visible): string {
    if (visible === 'all') return visible;
    const known = this.#digests.get(visible);
    if (known) return known;
    const digest = createHash('sha256')
      .update([...visible].sort().join('\n'))
      .digest('base64url');
    this.#digests.set(visible, digest);
    return digest;
  }
}
