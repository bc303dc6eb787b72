import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  sourceCheckPermission,
  type SourceList,
} from '@portico/plugin-sources-common';
import {
  EmptyState,
  errorName,
  ErrorState,
  errorWords,
  Icon,
  Section,
  useLive,
  Waiting,
} from '@portico/ui';
import { useCallback } from 'react';
import { sourcesApiRef } from '../api/sourcesApiRef';
import { SourceTable } from './SourceTable';
import styles from './SourcesPage.module.css';
import { UnusedSources } from './UnusedSources';
import { useMarked } from './useMarked';
import { VerdictSection } from './VerdictSection';

const POLL_MS = 15_000;

/** What is said in place of the sources. */
function Nothing({ error, retry }: { error?: Error; retry(): void }) {
  if (!error) return <Waiting rows={10} what="the sources" />;
  if (errorName(error) === 'NotAllowedError') {
    return (
      <EmptyState
        shape={<Icon name="lock" />}
        what="Your role does not see sources"
        why={errorWords(error)}
      />
    );
  }
  return (
    <ErrorState
      what="Unknown: the sources could not be read"
      why={errorWords(error)}
      retry={retry}
    />
  );
}

/** Marks what a link asks for though it is no system that could be connected. */
function NotHere({ kind, list }: { kind?: string; list: SourceList }) {
  const known = [...list.items, ...list.unused].some(it => it.kind === kind);
  if (!kind || known) return null;
  return (
    <p className={styles.note} role="status">
      “{kind}” is no system of its own; nothing below tells of it.
    </p>
  );
}

/** How Portico stands with each system outside that it is configured for. */
export function SourcesPage() {
  const api = useApi(sourcesApiRef);
  const live = useLive(
    useCallback(() => api.list(), [api]),
    { pollMs: POLL_MS },
  );
  const { allowed } = usePermission({ permission: sourceCheckPermission });
  const { reload, error } = live;
  const check = useCallback(
    async (...ids: string[]) => {
      try {
        await Promise.all(ids.map(id => api.check(id)));
      } finally {
        reload();
      }
    },
    [api, reload],
  );
  // Who may not see them any more doesn't keep what was read before.
  const isRefused = error && errorName(error) === 'NotAllowedError';
  const list = isRefused ? undefined : live.value;
  const marked = useMarked(Boolean(list));
  if (!list) {
    return (
      <div className={styles.page}>
        <Section label="Sources">
          <Nothing error={error} retry={reload} />
        </Section>
      </div>
    );
  }
  return (
    <div className={styles.page}>
      <VerdictSection
        live={live}
        items={list.items}
        mayCheck={allowed}
        check={check}
      />
      <NotHere kind={marked} list={list} />
      {list.items.length > 0 && (
        <SourceTable
          items={list.items}
          marked={marked}
          mayCheck={allowed}
          check={check}
        />
      )}
      <UnusedSources
        sources={list.unused}
        marked={marked}
        mayConfigure={allowed}
      />
    </div>
  );
}
