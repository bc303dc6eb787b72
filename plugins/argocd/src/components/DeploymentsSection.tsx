import type { Entity } from '@backstage/catalog-model';
import {
  EmptyState,
  formatDuration,
  Section,
  Table,
  Td,
  Th,
  Time,
} from '@portico/ui';
import { useMemo } from 'react';
import type { Deployment, Environment } from '../Application';
import { useCommits } from '../useCommits';
import { ApplicationLink } from './ApplicationLink';
import styles from './ArgoCd.module.css';
import { CommitCell } from './CommitCell';
import { formatRevision } from './formatRevision';

/** Argo CD keeps ten revisions an application by default. */
const LIMIT = 20;

/** How the environments came to what runs there, newest first. */
export function DeploymentsSection(props: {
  entity: Entity;
  environments: Environment[];
  stale?: boolean;
}) {
  const { entity, environments, stale } = props;
  const all = useMemo(() => newestFirst(environments), [environments]);
  const shown = useMemo(() => all.slice(0, LIMIT), [all]);
  const commits = useCommits(entity, shown);
  return (
    <Section title="Deployments" tone={stale ? 'stale' : 'fine'}>
      {all.length === 0 ? (
        <EmptyState
          what="Nothing has been deployed yet."
          why="Argo CD writes an entry with each sync that ends well."
        />
      ) : (
        <Table label="Deployments">
          <thead>
            <tr>
              <Th>Environment</Th>
              <Th>Revision</Th>
              <Th wide>Commit</Th>
              <Th wide>Started by</Th>
              <Th end wide>
                Took
              </Th>
              <Th end>Deployed</Th>
            </tr>
          </thead>
          <tbody>
            {shown.map((deployment, row) => (
              <Row
                key={row}
                deployment={deployment}
                commit={<CommitCell {...commits(deployment)} />}
              />
            ))}
          </tbody>
        </Table>
      )}
      {all.length > LIMIT && (
        <p className={styles.note}>
          The newest {LIMIT} of {all.length}; Argo CD has the rest.
        </p>
      )}
    </Section>
  );
}

function Row(props: { deployment: Deployment; commit: React.ReactNode }) {
  const { deployment, commit } = props;
  const { revision, deployedAt, durationSeconds, initiatedBy } = deployment;
  return (
    <tr>
      <Th scope="row">
        <ApplicationLink {...deployment}>
          {deployment.environment}
        </ApplicationLink>
      </Th>
      <Td>
        <code title={revision}>{formatRevision(revision ?? 'unknown')}</code>
      </Td>
      <Td wide>{commit}</Td>
      <Td wide>{initiatedBy ?? 'unknown'}</Td>
      <Td end wide>
        {durationSeconds === undefined
          ? 'unknown'
          : formatDuration(durationSeconds)}
      </Td>
      <Td end>
        {deployedAt ? <Time at={deployedAt} form="age" /> : 'unknown'}
      </Td>
    </tr>
  );
}

function newestFirst(environments: Environment[]): Deployment[] {
  return environments
    .flatMap(environment => environment.deployments)
    .sort((a, b) => (b.deployedAt ?? '').localeCompare(a.deployedAt ?? ''));
}
