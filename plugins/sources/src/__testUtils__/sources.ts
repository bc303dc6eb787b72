import type { SourceList, SourceStatus } from '@portico/plugin-sources-common';

const MINUTE = 60_000;

/** ISO 8601, so many minutes ago; negative for later. */
export const ago = (minutes: number) =>
  new Date(Date.now() - minutes * MINUTE).toISOString();

/** A source that answers. */
export function source(
  kind: string,
  title: string,
  changes: Partial<SourceStatus> = {},
): SourceStatus {
  return {
    id: `${kind}:mini-org`,
    kind,
    title,
    instance: 'mini-org',
    url: `https://${kind}.mini-org.example`,
    usedFor: `What ${title} knows.`,
    configKey: `${kind}.instances`,
    state: 'reachable',
    since: ago(300),
    lastSuccess: ago(0),
    check: {
      at: ago(0),
      reachable: true,
      latencyMs: 64,
      answeredAs: `${title} 2.42.0`,
      token: { state: 'valid' },
    },
    coverage: [],
    ...changes,
  };
}

/** Argo CD, which answers 503. */
export function silentArgocd(): SourceStatus {
  return source('argocd', 'Argo CD', {
    state: 'unreachable',
    since: ago(12),
    lastSuccess: ago(13),
    check: {
      at: ago(0),
      reachable: false,
      token: { state: 'unknown' },
      message: 'GET /api/v1/session/userinfo answered 503.',
    },
  });
}

/** GitHub, whose token lacks a scope. */
export function narrowGithub(): SourceStatus {
  return source('github', 'GitHub', {
    check: {
      at: ago(0),
      reachable: true,
      token: { state: 'valid', missing: ['read:org'] },
    },
  });
}

/** GitHub, two of Okta, and Prometheus, and PagerDuty unused. */
export function fourSources(...changed: SourceStatus[]): SourceList {
  const items = [
    source('github', 'GitHub'),
    source('okta', 'Okta', { id: 'okta:catalog', instance: 'catalog' }),
    source('okta', 'Okta', { id: 'okta:sign-in', instance: 'sign-in' }),
    source('prometheus', 'Prometheus', {
      coverage: [{ at: ago(0), by: 'health', asked: 64, answered: 62 }],
    }),
  ];
  return {
    items: [
      ...items.filter(({ id }) => changed.every(other => other.id !== id)),
      ...changed,
    ],
    unused: [
      {
        kind: 'pagerduty',
        title: 'PagerDuty',
        usedFor: 'Health: open incidents, and who is on call.',
        configKey: 'health.pagerduty',
      },
    ],
  };
}
