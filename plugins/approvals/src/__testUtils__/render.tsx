import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { UserEntity } from '@backstage/catalog-model';
import type {
  Approval,
  ApprovalList,
  ApprovalListQuery,
  TaskLedger,
} from '@portico/plugin-approvals-common';
import { approvalsApiRef, type ApprovalsApi } from '../api/approvalsApiRef';
import { ApprovalsPage } from '../ApprovalsPage';
import { rootRouteRef } from '../routes';
import { ada, listOf, ordersDb, ordersLedger } from './ordersDb';

/** An error as the client throws it. */
export function backendError(name: string, message: string): Error {
  const cause = Object.assign(new Error(message), { name });
  return Object.assign(new Error(`Request failed: ${message}`), { cause });
}

/** A backend in which one approval waits for Ada. */
export function fakeApi(changes: Partial<ApprovalsApi> = {}) {
  const api: jest.Mocked<ApprovalsApi> = {
    list: jest.fn<Promise<ApprovalList>, [ApprovalListQuery]>(async () =>
      listOf(),
    ),
    counts: jest.fn(async () => ({ mine: 1, asked: 0 })),
    get: jest.fn<Promise<Approval>, [string]>(async () => ordersDb()),
    ledger: jest.fn<Promise<TaskLedger>, [string]>(async () => ordersLedger),
    decide: jest.fn(),
    withdraw: jest.fn(),
    remind: jest.fn(),
    delegations: jest.fn(async () => ({ given: [], received: [], names: {} })),
    delegate: jest.fn(),
    endDelegation: jest.fn(),
    cleanUp: jest.fn(),
  };
  return Object.assign(api, changes) as jest.Mocked<ApprovalsApi>;
}

/** Opens the plugin's pages at a path, as Ada unless told. */
export function open(
  path: string,
  options: { api?: Partial<ApprovalsApi>; user?: string } = {},
) {
  return show(<ApprovalsPage />, {
    ...options,
    mountPath: '/approvals/*',
    initialRouteEntries: [path],
  });
}

/** Shows one element with the backend above, as Ada unless told. */
export function show(
  element: JSX.Element,
  options: {
    api?: Partial<ApprovalsApi>;
    user?: string;
    people?: UserEntity[];
    /** Live messages; without them pages ask by themselves. */
    signals?: SignalApi;
    mountPath?: string;
    initialRouteEntries?: string[];
  } = {},
) {
  const { api: changes, user = ada, people = [], signals, ...place } = options;
  const api = fakeApi(changes);
  renderInTestApp(element, {
    ...place,
    mountedRoutes: {
      '/approvals': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef as never,
    },
    apis: [
      [approvalsApiRef, api],
      [catalogApiRef, catalogApiMock({ entities: people })],
      mockApis.identity({
        userEntityRef: user,
        ownershipEntityRefs: [user, 'group:default/platform'],
      }),
      mockApis.permission(),
      ...(signals ? [[signalApiRef, signals] as const] : []),
    ],
  });
  return api;
}
