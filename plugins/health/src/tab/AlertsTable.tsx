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
              <Th end>Since</Th>
              <Th end wide>
                Source
              </Th>
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
                <Td end quiet>
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
