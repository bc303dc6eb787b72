import type { Entity } from '@backstage/catalog-model';
import { useMemo } from 'react';
import type { Deployment, Environment } from '../Application';
import { useCommits } from '../useCommits';
import { ApplicationLink } from './ApplicationLink';
import { CommitCell } from './CommitCell';
import { formatAge, formatDuration, formatRevision } from './format';
import { Section } from './Section';
import { Table } from './Table';

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
    <Section title="Deployments" tone={stale ? 'stale' : undefined}>
      {all.length === 0 ? (
        <p>
          <b>Nothing has been deployed yet.</b> Argo CD writes an entry with
          each sync that ends well.
        </p>
      ) : (
        <Table aria-label="Deployments">
          <thead>
            <tr>
              <th>Environment</th>
              <th>Revision</th>
              <th className="wide">Commit</th>
              <th className="wide">Started by</th>
              <th className="end wide">Took</th>
              <th className="end">Deployed</th>
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
        <p>
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
      <th scope="row">
        <ApplicationLink {...deployment}>
          {deployment.environment}
        </ApplicationLink>
      </th>
      <td>
        <code title={revision}>{formatRevision(revision ?? 'unknown')}</code>
      </td>
      <td className="wide">{commit}</td>
      <td className="wide">{initiatedBy ?? 'unknown'}</td>
      <td className="end wide">
        {durationSeconds === undefined
          ? 'unknown'
          : formatDuration(durationSeconds)}
      </td>
      <td className="end">
        {deployedAt ? (
          <time dateTime={deployedAt} title={deployedAt}>
            {formatAge(deployedAt)}
          </time>
        ) : (
          'unknown'
        )}
      </td>
    </tr>
  );
}

function newestFirst(environments: Environment[]): Deployment[] {
  return environments
    .flatMap(environment => environment.deployments)
    .sort((a, b) => (b.deployedAt ?? '').localeCompare(a.deployedAt ?? ''));
}
