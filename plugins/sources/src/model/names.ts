import type { SourceStatus } from '@portico/plugin-sources-common';

/** What tells a source from others of its vendor: `sign-in`; with its use where two have the same instance. */
export function instanceOf(source: SourceStatus, all: SourceStatus[]): string {
  const { kind, instance = '', usedFor } = source;
  const twins = all.filter(
    other => other.kind === kind && (other.instance ?? '') === instance,
  );
  if (twins.length < 2) return instance;
  const use = usedFor.charAt(0).toLowerCase() + usedFor.slice(1);
  return `${instance} (${use.replace(/\.$/, '')})`.trim();
}

/** `Okta sign-in`; the instance is left out where there is but one of a kind. */
export function nameOf(source: SourceStatus, all: SourceStatus[]): string {
  const alone = all.filter(({ kind }) => kind === source.kind).length === 1;
  return alone
    ? source.title
    : `${source.title} ${instanceOf(source, all)}`.trim();
}
