import type { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { createHash } from 'node:crypto';
import type { AzureBill, AzureCharge } from '../../billing';
import type { Kit } from '../../kit';
import { AzureError } from './AzureError';
import { answerQuery } from './query/answerQuery';
import { readQuery } from './query/readQuery';
import type { Quota } from './Quota';

const QUERY = '/providers/Microsoft.CostManagement/query';
const GROUP = 'mini-org';
/** Rows of one page. The real one sends 1,000; with so few, a month has several. */
const PAGE = 100;

/** The query API, of each scope that it has here. */
export function createQueryRoutes(options: {
  kit: Kit;
  bill: AzureBill;
  quota: Quota;
}): Router {
  const { bill } = options;
  const router = PromiseRouter();
  router.post(
    [
      `/subscriptions/:id${QUERY}`,
      `/subscriptions/:id/resourceGroups/:group${QUERY}`,
    ],
    (request, response) => {
      const { id, group } = request.params;
      if (id !== bill.subscription.id) {
        throw AzureError.noSubscription(id);
      }
      answer(options, request, response, {
        isAboveSubscriptions: false,
        has: charge =>
          group === undefined ||
          charge.resourceGroup?.toLowerCase() === group.toLowerCase(),
      });
    },
  );
  router.post(
    [
      `/providers/Microsoft.Management/managementGroups/:id${QUERY}`,
      `/providers/Microsoft.Billing/billingAccounts/:id${QUERY}`,
    ],
    (request, response) => {
      const { id } = request.params;
      if (id !== GROUP && id !== bill.subscription.billingAccountId) {
        throw new AzureError(404, 'NotFound', `'${id}' could not be found.`);
      }
      answer(options, request, response, {
        isAboveSubscriptions: true,
        has: () => true,
      });
    },
  );
  return router;
}

function answer(
  { kit, bill, quota }: { kit: Kit; bill: AzureBill; quota: Quota },
  request: Request,
  response: Response,
  scope: {
    isAboveSubscriptions: boolean;
    has(charge: AzureCharge): boolean;
  },
): void {
  const query = readQuery(request.body, scope.isAboveSubscriptions);
  const print = createHash('sha256')
    .update(JSON.stringify(request.body))
    .digest('hex')
    .slice(0, 16);
  const token = request.query.$skiptoken;
  const start = token === undefined ? 0 : readToken(String(token), print);
  const now = kit.clock.now();
  if (token === undefined) {
    response.set(quota.take(monthsOf(query), now.getTime()));
  }
  const today = now.toISOString().slice(0, 10);
  const { columns, rows } = answerQuery(query, day =>
    bill.day(day, today).filter(scope.has),
  );
  const end = start + PAGE;
  const next = new URL(request.originalUrl, kit.urls.azure);
  next.searchParams.set('$skiptoken', writeToken(end, print));
  const name = print.slice(0, 8);
  response.json({
    id: `${request.path.replace(QUERY, '').slice(1)}${QUERY}/${name}`,
    name,
    type: 'Microsoft.CostManagement/query',
    location: null,
    sku: null,
    eTag: null,
    properties: {
      nextLink: end < rows.length ? next.href : null,
      columns,
      rows: rows.slice(start, end),
    },
  });
}

function monthsOf({ from, to }: { from: string; to: string }): number {
  const month = (day: string) =>
    Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return month(to) - month(from) + 1;
}

function writeToken(start: number, print: string): string {
  return Buffer.from(`${start}/${print}`).toString('base64url');
}

/** A page belongs to the query that it was made for. */
function readToken(token: string, print: string): number {
  const text = Buffer.from(token, 'base64url').toString();
  const [, start, of] = /^(\d+)\/(.+)$/.exec(text) ?? [];
  if (of === print) return Number(start);
  throw AzureError.badRequest('Invalid query definition: Invalid skiptoken.');
}
