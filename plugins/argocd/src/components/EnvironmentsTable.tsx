import { ReasonRow, Table, Td, Th, Time } from '@portico/ui';
import { Fragment } from 'react';
import type { Environment } from '../Application';
import { ApplicationState } from './ApplicationState';
import { ApplicationLink } from './ApplicationLink';
import styles from './ArgoCd.module.css';
import { formatRevision } from './formatRevision';

/** What runs where, one row an environment, with the reason where something is wrong. */
export function EnvironmentsTable(props: {
  environments: Environment[];
  stale?: boolean;
}) {
  const { environments, stale } = props;
  return (
    <Table label="Environments">
      <thead>
        <tr>
          <Th>Environment</Th>
          <Th>Revision</Th>
          <Th>Sync</Th>
          <Th>Health</Th>
          <Th end wide>
            Deployed
          </Th>
        </tr>
      </thead>
      <tbody>
        {environments.map(environment => (
          <Fragment key={`${environment.namespace}/${environment.application}`}>
            <Row environment={environment} stale={stale} />
            {environment.reason && (
              <ReasonRow columns={5}>{environment.reason}</ReasonRow>
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
      <Th scope="row">
        <ApplicationLink {...environment}>{environment.name}</ApplicationLink>
      </Th>
      <Td>
        {revision ? (
          <code title={revision}>{formatRevision(revision)}</code>
        ) : (
          <span className={styles.quiet}>unknown</span>
        )}{' '}
        <span className={`${styles.quiet} ${styles.version}`}>{version}</span>
      </Td>
      <Td>
        <ApplicationState state={environment.sync} stale={stale} />
      </Td>
      <Td>
        <ApplicationState state={environment.health} stale={stale} />
      </Td>
      <Td end wide>
        {deployedAt ? <Time at={deployedAt} form="age" /> : 'never'}
      </Td>
    </tr>
  );
}
