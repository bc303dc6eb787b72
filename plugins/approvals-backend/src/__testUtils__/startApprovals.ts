import {
  mockServices,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Approval } from '@portico/plugin-approvals-common';
import type { ApprovalRequest } from '@portico/plugin-approvals-node';
import { serviceViewer, type Viewer } from '../approvals/Viewer';
import { readApprovalsConfig } from '../config/readApprovalsConfig';
import type { EntityCosts } from '../cost/EntityCosts';
import { createApprovals } from '../createApprovals';
import { CatalogDirectory } from '../directory/CatalogDirectory';
import { ApprovalStore } from '../store/ApprovalStore';
import { asked, planned, rules } from './requests';
import { entities as everyone } from './world';

type Knex = Awaited<ReturnType<TestDatabases['init']>>;

/** Approvals over a database, with a clock that the test moves and a log of what was sent. */
export async function startApprovals(
  knex: Knex,
  options: {
    approvals?: object;
    entities?: Entity[];
    failing?: () => boolean;
    costs?: EntityCosts;
    /** Whether people may see what entities cost. */
    costsShown?: boolean;
  } = {},
) {
  const { entities = everyone, failing = () => false } = options;
  let now = new Date('2026-11-20T13:58:00Z');
  const sent: string[] = [];
  const send = async (line: string) => {
    if (failing()) throw new Error('421 try later');
    sent.push(line);
  };
  const config = readApprovalsConfig(
    mockServices.rootConfig({
      data: { approvals: { rules, ...options.approvals } },
    }),
  );
  const directory = new CatalogDirectory({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
  });
  const approvals = createApprovals({
    config,
    costs: options.costs ?? { of: async () => undefined },
    directory,
    store: await ApprovalStore.create(mockServices.database({ knex })),
    notifications: {
      send: ({ recipients, payload }) =>
        send(
          `${payload.title} → ${
            recipients.type === 'entity' ? [recipients.entityRef].flat() : ''
          }`,
        ),
    },
    email: {
      isConfigured: true,
      send: async ({ to, subject }) => {
        await send(`mail ${subject} → ${to}`);
        return { messageId: '<1@mini-org.example>', accepted: [] };
      },
    },
    events: mockServices.events.mock(),
    signals: { publish: async () => {} },
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => {},
        fail: async () => {},
      }),
    }),
    logger: mockServices.logger.mock(),
    appUrl: 'https://portico.mini-org.example',
    now: () => now,
  });

  const viewer = async (user: string): Promise<Viewer & { user: string }> => ({
    user,
    refs: await directory.groupsOf(user),
    mayReadAll: false,
    mayDecide: true,
    mayManage: false,
    maySeeCostOf: async () => options.costsShown ?? true,
  });
  return {
    ...approvals,
    /** What was sent; waits until nothing is left to be sent now. */
    sent: async () => {
      await approvals.outbox.flush();
      return sent.splice(0);
    },
    /** Moves the clock on and lets it do its round. */
    later: async (hours: number) => {
      now = new Date(now.getTime() + hours * 3_600_000);
      await approvals.timekeeper.tick();
    },
    ask: async (
      overrides: Partial<ApprovalRequest> = {},
    ): Promise<Approval> => {
      const outcome = await approvals.requests.request(asked(overrides));
      if (!outcome.needed) throw new Error(outcome.because);
      return outcome.approval;
    },
    decide: async (
      user: string,
      id: string,
      body: {
        decision?: 'approve' | 'refuse';
        comment?: string;
        fingerprint?: string;
        requirementId?: string;
      } = {},
    ) =>
      approvals.decisions.decide(
        id,
        { decision: 'approve', fingerprint: planned().fingerprint, ...body },
        await viewer(user),
      ),
    see: async (user: string, id: string) =>
      approvals.reader.get(id, await viewer(user)),
    read: (id: string) => approvals.reader.get(id, serviceViewer),
    viewer,
  };
}
