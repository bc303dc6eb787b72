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
import { besideWords } from '../parts/stateWords';
import { Origin, OriginHeads } from './Origin';

function StateOf({ signal }: { signal: HealthSignal }) {
  const { silence, stale, state } = signal;
  if (!silence) {
    return <State state={stale?.state ?? state} stale={stale !== undefined} />;
  }
  const words = (
    <>
      Silenced by {silence.by} until <Time at={silence.until} form="minute" />
    </>
  );
  return (
    <State state="silenced">
      {silence.url ? <TextLink to={silence.url}>{words}</TextLink> : words}
    </State>
  );
}

/** Alerts that fire, and who has muted which. */
export function AlertsTable(props: { signals: HealthSignal[] }) {
  const alerts = props.signals.filter(({ kind }) => kind === 'alert');
  return (
    <Section title="Alerts">
      {alerts.length === 0 ? (
        <EmptyState what="No alert fires" />
      ) : (
        <Table label="Alerts">
          <thead>
            <tr>
              <Th>Alert</Th>
              <Th>State</Th>
              <Th wide>Environment</Th>
              <Th wide>Detail</Th>
              <OriginHeads />
            </tr>
          </thead>
          <tbody>
            {alerts.map(signal => (
              <tr key={signal.id}>
                <Th scope="row">{signal.title.replace(/^Alert /, '')}</Th>
                <Td>
                  <StateOf signal={signal} />
                </Td>
                <Td wide>{signal.environment ?? 'production'}</Td>
                <Td wide>
                  {besideWords(signal) || signal.text}
                  {signal.silence?.comment && ` “${signal.silence.comment}”`}
                </Td>
                <Origin signal={signal} />
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
