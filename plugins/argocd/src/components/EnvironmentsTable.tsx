import { Fragment } from 'react';
import type { Environment } from '../Application';
import { ApplicationState } from './ApplicationState';
import { ApplicationLink } from './ApplicationLink';
import { formatAge, formatRevision } from './format';
import { Table } from './Table';

/** What runs where, one row an environment, with the reason where something is wrong. */
export function EnvironmentsTable(props: {
  environments: Environment[];
  stale?: boolean;
}) {
  const { environments, stale } = props;
  return (
    <Table aria-label="Environments">
      <thead>
        <tr>
          <th>Environment</th>
          <th>Revision</th>
          <th>Sync</th>
          <th>Health</th>
          <th className="end wide">Deployed</th>
        </tr>
      </thead>
      <tbody>
        {environments.map(environment => (
          <Fragment key={`${environment.namespace}/${environment.application}`}>
            <Row environment={environment} stale={stale} />
            {environment.reason && (
              <tr className="reason">
                <td />
                <td colSpan={4}>{environment.reason}</td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </Table>
  );
}

function Row(props: { environment: Environment; stale?: boolean }) {
  const { environment, stale } = props;
  const { revision, version, deployments } = environment;
  const deployedAt = deployments[0]?.deployedAt;
  return (
    <tr>
      <th scope="row">
        <ApplicationLink {...environment}>{environment.name}</ApplicationLink>
      </th>
      <td>
        {revision ? (
          <code title={revision}>{formatRevision(revision)}</code>
        ) : (
          <span className="quiet">unknown</span>
        )}{' '}
        <span className="quiet wide">{version}</span>
      </td>
      <td>
        <ApplicationState state={environment.sync} stale={stale} />
      </td>
      <td>
        <ApplicationState state={environment.health} stale={stale} />
      </td>
      <td className="end wide">
        {deployedAt ? (
          <time dateTime={deployedAt} title={deployedAt}>
            {formatAge(deployedAt)}
          </time>
        ) : (
          'never'
        )}
      </td>
    </tr>
  );
}
