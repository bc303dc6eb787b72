import type { Entity } from '@backstage/catalog-model';
import { formatClock, Section, Waiting } from '@portico/ui';
import type { ReactNode } from 'react';
import { chooseApplications } from '../annotations';
import type { EnvironmentsState } from '../useEnvironments';
import { toneOf } from './ApplicationState';
import { EnvironmentsTable } from './EnvironmentsTable';
import { FailureLine } from './FailureLine';
import { NotSetUp } from './NotSetUp';

/** What runs where, according to Argo CD; old, missing and failed answers in words. */
export function EnvironmentsSection(props: {
  entity: Entity;
  state: EnvironmentsState;
  /** Where to read on, at the right of the section's head. */
  link?: ReactNode;
}) {
  const { entity, state, link } = props;
  const { environments, at, error, retry } = state;
  const choice = chooseApplications(entity);
  const tone = toneOf(environments?.flatMap(e => [e.sync, e.health]) ?? []);
  return (
    <Section
      title="Environments"
      tone={error ? 'stale' : tone}
      meta={
        <>
          {choice && (
            <span title={at?.toISOString()}>
              {at ? `Argo CD, ${formatClock(at)}` : 'Argo CD'}
            </span>
          )}
          {link}
        </>
      }
    >
      {error && (
        <FailureLine
          error={error}
          at={at}
          shown={environments !== undefined}
          retry={retry}
        />
      )}
      {!environments && !error && <Waiting rows={3} what="Argo CD" />}
      {environments?.length === 0 && (
        <NotSetUp name={entity.metadata.name} choice={choice} />
      )}
      {environments && environments.length > 0 && (
        <EnvironmentsTable environments={environments} stale={!!error} />
      )}
    </Section>
  );
}
