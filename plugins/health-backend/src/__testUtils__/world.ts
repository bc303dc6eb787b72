import type { Entity } from '@backstage/catalog-model';

export const COMMERCE = 'group:default/commerce';
export const PAYMENTS = 'group:default/payments';

/** A component of the test's catalog. */
export function component(
  name: string,
  options: {
    owner?: string;
    system?: string;
    type?: string;
    annotations?: Record<string, string>;
    links?: { url: string; title?: string; type?: string }[];
  } = {},
): Entity {
  const {
    owner = COMMERCE,
    system,
    type = 'service',
    annotations,
    links,
  } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations, links, etag: JSON.stringify(options) },
    spec: { type, lifecycle: 'production', owner },
    relations: [
      { type: 'ownedBy', targetRef: owner },
      ...(system
        ? [{ type: 'partOf', targetRef: `system:default/${system}` }]
        : []),
    ],
  };
}

export function systemOf(name: string, domain: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name },
    spec: { owner: COMMERCE, domain },
    relations: [{ type: 'partOf', targetRef: `domain:default/${domain}` }],
  };
}

export const world: Entity[] = [
  component('orders', {
    system: 'order-service',
    links: [{ url: 'https://runbooks.example/orders', title: 'Runbook' }],
    annotations: {
      'portico/tier': 'critical',
      'portico/slo': 'latency-p95=300ms',
    },
  }),
  component('cart', { system: 'order-service' }),
  component('payouts', { owner: PAYMENTS }),
  component('toolkit', { type: 'library' }),
  systemOf('order-service', 'business-services'),
  {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name: 'rollback' },
    spec: {},
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'lena.fischer' },
    spec: {
      profile: {
        displayName: 'Lena Fischer',
        email: 'lena.fischer@mini-org.example',
      },
    },
  },
];
