import { createApiRef } from '@backstage/frontend-plugin-api';
import type { SourceList, SourceStatus } from '@portico/plugin-sources-common';

/** What the page asks of the sources backend. All of it fails with a `ResponseError`: `NotAllowedError` without the right. */
export interface SourcesApi {
  list(): Promise<SourceList>;
  /** Has a source looked at now, which may take ten seconds. `NotFoundError` where it is no longer configured. */
  check(id: string): Promise<SourceStatus>;
}

/** Client of the sources backend. */
export const sourcesApiRef = createApiRef<SourcesApi>().with({
  id: 'plugin.sources.client',
  pluginId: 'sources',
});
