import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { emailSenderServiceRef } from '@portico/plugin-email-node';
import request from 'supertest';
import approvalsPlugin from '.';
import { asked, planned, rules } from './__testUtils__/requests';
import { ADA, entities, JONAS, MARTA, SAMIRA } from './__testUtils__/world';

const service = (subject: string) =>
  mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'approvals',
  });
const scaffolder = service('plugin:scaffolder');
const as = (user: string) => mockCredentials.user.header(user);

async function start(deny: string[] = ['approvals.approval.read-all']) {
  const sent: unknown[] = [];
  const mails: unknown[] = [];
  const { server } = await startTestBackend({
    features: [
      approvalsPlugin,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portico.mini-org.example' },
          approvals: {
            rules,
            escalation: { to: ['platform-admins'] },
          },
        },
      }),
      mockServices.permissions.mock({
        authorize: async queries =>
          queries.map(({ permission }) => ({
            result: deny.includes(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
      }).factory,
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          send: async (notification: unknown) => {
            sent.push(notification);
          },
        }),
      }),
      createServiceFactory({
        service: emailSenderServiceRef,
        deps: {},
        factory: () => ({
          isConfigured: true,
          send: async (mail: unknown) => {
            mails.push(mail);
            return { messageId: '<1@x>', accepted: [] };
          },
        }),
      }),
    ],
  });
  const ask = (body: object = asked()) =>
    request(server)
      .post('/api/approvals/requests')
      .set('Authorization', scaffolder)
      .send(body);
  const decide = (user: string, id: string, body: object) =>
    request(server)
      .post(`/api/approvals/approvals/${id}/decision`)
      .set('Authorization', as(user))
      .send({
        decision: 'approve',
        fingerprint: planned().fingerprint,
        ...body,
      });
  const get = (user: string, path: string) =>
    request(server).get(`/api/approvals${path}`).set('Authorization', as(user));
  return { server, ask, decide, get, sent, mails };
}

describe('/api/approvals', () => {
  it('asks owner and platform, who agree, after which the task may use it once', async () => {
    const { server, ask, decide, get, sent, mails } = await start();
    const { body: outcome } = await ask();
    const { id } = outcome.approval;
    expect(outcome).toMatchObject({
      needed: true,
      adopted: false,
      approval: {
        number: 1,
        state: 'waiting',
        owner: 'group:default/commerce',
        tier: 'critical',
        requesterTeam: 'group:default/commerce',
        change: { cost: { entityMonthlyBudget: '400' } },
        requirements: [
          {
            title: 'Owner',
            reasons: ['production always asks'],
            deciders: ['group:default/commerce'],
            eligible: [JONAS, 'user:default/priya'],
          },
          {
            title: 'Platform',
            reasons: ['more than 100 USD a month', 'replaces and destroys'],
          },
        ],
      },
    });
    expect(sent).toMatchObject([
      {
        recipients: { entityRef: expect.arrayContaining([JONAS, ADA]) },
        payload: {
          link: `/approvals/${id}`,
          scope: `approval:${id}`,
          title: 'Marta Okafor asks: Larger orders-db',
        },
      },
    ]);
    expect(mails).toHaveLength(4);
    expect(mails[0]).toMatchObject({
      to: 'jonas@mini-org.example',
      text: expect.stringMatching(
        /187\.20 → 301\.60 USD a month \(\+114\.40\)[^]*restarts the database[^]*https:\/\/portico\.mini-org\.example\/approvals\//,
      ),
    });

    expect((await get(JONAS, '/counts')).body).toEqual({ mine: 1, asked: 0 });
    expect((await get(MARTA, '/counts')).body).toEqual({ mine: 0, asked: 1 });
    const first = await decide(JONAS, id, {
      comment: 'Agreed, apply before 15:00.',
    });
    expect(first.body).toMatchObject({
      state: 'waiting',
      viewer: { mayDecide: [] },
      requirements: [{ met: true }, { met: false }],
    });
    expect((await get(JONAS, '/counts')).body).toEqual({ mine: 0, asked: 0 });
    const { body: approved } = await decide(ADA, id, {});
    expect(approved).toMatchObject({
      state: 'approved',
      names: { [MARTA]: 'Marta Okafor', 'component:default/orders': 'orders' },
    });
    expect(approved.history.map((h: { text: string }) => h.text)).toEqual([
      'approved for Platform',
      'approved for Owner: “Agreed, apply before 15:00.”',
      'asked Owner and Platform; 4 people notified',
      'planned, run-q8fJ2vXs from state serial 41',
      'asked through add-resource for orders, production',
    ]);

    const use = (body: object) =>
      request(server)
        .post(`/api/approvals/requests/${id}/use`)
        .set('Authorization', scaffolder)
        .send({
          taskId: 'task-1',
          fingerprint: planned().fingerprint,
          ...body,
        });
    expect((await use({ taskId: 'task-2' })).status).toBe(409);
    expect((await use({ fingerprint: 'sha256:other' })).status).toBe(409);
    expect((await use({})).body).toMatchObject({ state: 'applied' });
    expect((await use({})).status).toBe(200); // the same task after a restart
  });

  it.each([
    [[], '525.00'],
    [['cost.subject.read'], undefined],
  ])('with %j denied, the whole entity costs %s', async (denied, shown) => {
    const { ask, get } = await start(denied);
    const cost = {
      ...planned().cost!,
      entityMonthlyBefore: '410.60',
      entityMonthlyAfter: '525.00',
    };
    const { body } = await ask(asked({ change: planned({ cost }) }));
    const seen = await get(JONAS, `/approvals/${body.approval.id}`);
    expect(seen.body.change.cost.monthlyAfter).toBe('301.60');
    expect(seen.body.change.cost.entityMonthlyAfter).toBe(shown);
  });

  it('ends with one refusal, which needs a comment', async () => {
    const { ask, decide } = await start();
    const { id } = (await ask()).body.approval;
    const silent = await decide(JONAS, id, { decision: 'refuse' });
    expect(silent.status).toBe(400);
    expect(silent.body.error.message).toContain('needs a comment');
    const refused = await decide(JONAS, id, {
      decision: 'refuse',
      comment: 'Not before Black Friday.',
    });
    expect(refused.body.state).toBe('refused');
    const late = await decide(ADA, id, {});
    expect(late.status).toBe(409);
    expect(late.body.error.message).toContain('is refused already');
  });

  it('lets nobody decide who asked, saw another plan, or lacks the right', async () => {
    const { ask, decide } = await start();
    const { id } = (await ask()).body.approval;
    const own = await decide(MARTA, id, {});
    expect(own.status).toBe(403);
    expect(own.body.error.message).toContain('You asked for it');
    const old = await decide(JONAS, id, { fingerprint: 'sha256:older' });
    expect(old.status).toBe(409);
    expect(old.body.error.message).toContain('was planned again');
    const { ask: askDenied, decide: decideDenied } = await start([
      'approvals.approval.decide',
    ]);
    const denied = (await askDenied()).body.approval;
    expect((await decideDenied(JONAS, denied.id, {})).status).toBe(403);
  });

  it('hides what is not theirs to know', async () => {
    const { ask, get, decide } = await start();
    const { id } = (await ask()).body.approval;
    expect((await get(SAMIRA, `/approvals/${id}`)).status).toBe(404);
    expect((await decide(SAMIRA, id, {})).status).toBe(404);
    expect((await get(SAMIRA, '/approvals')).body).toMatchObject({ total: 0 });
    const seen = await get(JONAS, '/approvals?view=mine');
    expect(seen.body).toMatchObject({
      total: 1,
      items: [
        {
          id,
          agreed: 0,
          needed: 2,
          waitsFor: ['Owner', 'Platform'],
          mine: true,
        },
      ],
      names: { [MARTA]: 'Marta Okafor' },
    });
    expect(
      (await get(MARTA, '/approvals?view=asked')).body.items,
    ).toMatchObject([{ id, mine: false }]);
  });

  it('believes the scaffolder alone who asks', async () => {
    const { server } = await start();
    for (const header of [as(MARTA), service('external:automation')]) {
      const response = await request(server)
        .post('/api/approvals/requests')
        .set('Authorization', header)
        .send(asked());
      expect(response.status).toBe(403);
    }
  });

  it('lets pass what no rule asks about, and says so', async () => {
    const { ask } = await start();
    expect((await ask(asked({ environment: 'development' }))).body).toEqual({
      needed: false,
      because: `passes by 'development'`,
    });
    expect((await ask(asked({ environment: 'staging' }))).body).toEqual({
      needed: false,
      because:
        'no rule of approvals.rules asks about this (terraform-plan, staging)',
    });
  });

  it('says what is wrong with a request', async () => {
    const { ask, get } = await start();
    const bad = await ask({ ...asked(), reason: '', entityRef: 'orders' });
    expect(bad.status).toBe(400);
    expect(bad.body.error.message).toMatch(/reason: .*entityRef: /);
    expect((await get(JONAS, '/approvals?limit=1000')).status).toBe(400);
  });
});
