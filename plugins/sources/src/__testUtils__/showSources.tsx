import { renderInTestApp } from '@backstage/frontend-test-utils';
import { usePermission } from '@backstage/plugin-permission-react';
import type { SourceList } from '@portico/plugin-sources-common';
import { sourcesApiRef, type SourcesApi } from '../api/sourcesApiRef';
import { SourcesPage } from '../page/SourcesPage';
import { rootRouteRef } from '../routes';
import { fourSources } from './sources';

/** An error as the client throws it. */
export function backendError(name: string, message: string): Error {
  const cause = Object.assign(new Error(message), { name });
  return Object.assign(new Error(`Request failed: ${message}`), { cause });
}

/** Opens the page as one of the platform team unless told, over a backend that answers with `list`; `usePermission` has to be mocked. */
export function showSources(
  options: {
    list?: SourcesApi['list'] | SourceList;
    check?: SourcesApi['check'];
    path?: string;
    mayCheck?: boolean;
  } = {},
) {
  const { list = fourSources(), path = '/sources', mayCheck = true } = options;
  const api: jest.Mocked<SourcesApi> = {
    list: jest.fn(typeof list === 'function' ? list : async () => list),
    check: jest.fn(
      options.check ??
        (async id => fourSources().items.find(item => item.id === id)!),
    ),
  };
  jest
    .mocked(usePermission)
    .mockReturnValue({ loading: false, allowed: mayCheck });
  renderInTestApp(<SourcesPage />, {
    mountPath: '/sources',
    initialRouteEntries: [path],
    mountedRoutes: { '/sources': rootRouteRef },
    apis: [[sourcesApiRef, api]],
  });
  return api;
}
