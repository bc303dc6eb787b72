/**
 * Keeps the answer to what a step does from it, so that it can't know. A write once, lest clean-up or
 * the next try meet it again; what is read may be read by others too.
 */
function hold([main]) {
  const times = main.method === 'GET' ? undefined : 1;
  return [{ ...main, kind: 'hang', after: true, times }];
}

/**
 * What can befall a step, other than the portal's death: faults to put in front of it, what to do once
 * the first has hit, and how the flow has to end.
 */
export const KINDS = {
  '503 twice': {
    slug: 'twice',
    faults: requests =>
      requests.map(it => ({ ...it, kind: 'status', value: 503, times: 2 })),
    ends: 'completed',
  },
  '503 for ever': {
    slug: 'forever',
    faults: ([main]) => [{ ...main, kind: 'status', value: 503 }],
    ends: 'failed',
  },
  'no answer': {
    slug: 'silent',
    faults: ([main]) => [{ ...main, kind: 'hang' }],
    ends: 'failed',
  },
  'reset after the write': {
    slug: 'reset',
    faults: requests =>
      requests.map(it => ({ ...it, kind: 'reset', after: true, times: 1 })),
    ends: 'completed',
  },
  cancelled: {
    slug: 'cancel',
    faults: hold,
    whenHit: flow => flow.cancel(),
    ends: 'cancelled',
  },
  'token revoked': {
    slug: 'revoked',
    faults: ([main]) => [{ ...main, kind: 'status', value: 401 }],
    // Clean-up is refused too, until somebody puts in a new token.
    whenHit: async (flow, [{ service, codes }]) => {
      const refused = { service, codes, kind: 'status', value: 401 };
      await flow.disturb([
        { ...refused, path: flow.name },
        { ...refused, body: flow.name },
      ]);
      await flow.triedToCleanUp();
      await flow.calm();
    },
    ends: 'failed',
  },
};
