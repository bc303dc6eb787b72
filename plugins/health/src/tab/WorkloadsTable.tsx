import type { HealthSignal } from '@portico/plugin-health-common';
import {
  EmptyState,
  Section,
  State,
  Table,
  Td,
  TextLink,
  Th,
  Time,
} from '@portico/ui';
import { besideWords, valueWords } from '../parts/stateWords';

/** Production first, then by name. */
const byEnvironment = (a: HealthSignal, b: HealthSignal) =>
  Number(b.environment === 'production') -
    Number(a.environment === 'production') ||
  (a.environment ?? '').localeCompare(b.environment ?? '') ||
  a.title.localeCompare(b.title);

/** What runs, in all environments: workloads of clusters and what deploys them. */
export function WorkloadsTable(props: { signals: HealthSignal[] }) {
  const rows = props.signals
    .filter(({ kind }) => kind === 'workload' || kind === 'deployment')
    .sort(byEnvironment);
  return (
    <Section title="Workloads" qualifier="all environments">
      {rows.length === 0 ? (
        <EmptyState
          what="Nothing that runs is linked"
          why="Replicas, restarts and deployments appear here once a cluster or Argo CD knows the component."
        />
      ) : (
        <Table label="Workloads">
          <thead>
            <tr>
              <Th>Environment</Th>
              <Th>What</Th>
              <Th>State</Th>
              <Th end>Value</Th>
              <Th wide>Detail</Th>
              <Th end wide>
                Since
              </Th>
              <Th end wide>
                Source
              </Th>
            </tr>
          </thead>
          <tbody>
            {rows.map(signal => (
              <tr key={signal.id}>
                <Th scope="row">{signal.environment ?? 'production'}</Th>
                <Td>{signal.title}</Td>
                <Td nowrap>
                  <State
                    state={signal.stale?.state ?? signal.state}
                    stale={signal.stale !== undefined}
                  />
                </Td>
                <Td end>{valueWords(signal)}</Td>
                <Td wide>{besideWords(signal)}</Td>
                <Td end wide quiet>
                  {signal.since && <Time at={signal.since} />}
                </Td>
                <Td end wide>
                  {signal.evidence && (
                    <TextLink to={signal.evidence.url}>
                      {signal.evidence.title}
                    </TextLink>
                  )}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
