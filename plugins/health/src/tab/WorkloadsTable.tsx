import type { HealthSignal } from '@portico/plugin-health-common';
import { EmptyState, Section, State, Table, Td, Th } from '@portico/ui';
import { besideWords, valueWords } from '../parts/stateWords';
import { Origin, OriginHeads } from './Origin';

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
              <OriginHeads sinceWide />
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
                <Origin signal={signal} sinceWide />
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
