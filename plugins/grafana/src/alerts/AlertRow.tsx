import type {
  GrafanaAlertInstance,
  GrafanaAlertRule,
  GrafanaSilence,
} from '@portico/plugin-grafana-common';
import { Button, ReasonRow, State, Td, TextLink, Th, Time } from '@portico/ui';
import { useState } from 'react';
import { ALERT_STATES, isMuted, shapeOf } from './alertWords';
import styles from './Alerts.module.css';

const COLUMNS = 6;

function Silence({ silence }: { silence: GrafanaSilence }) {
  return (
    <TextLink to={silence.url} title={silence.comment}>
      Silenced by {silence.createdBy} until{' '}
      <Time at={silence.endsAt} form="minute" />
    </TextLink>
  );
}

function StateOf({ rule }: { rule: GrafanaAlertRule }) {
  const { word } = ALERT_STATES[rule.state];
  const muted = isMuted(rule);
  return (
    <>
      <State state={muted ? 'silenced' : shapeOf(rule)}>
        {word}
        {muted && ', muted'}
      </State>
      {rule.silences.map(silence => (
        <div key={silence.id} className={styles.silence}>
          <Silence silence={silence} />
        </div>
      ))}
    </>
  );
}

const labelWords = (labels: Record<string, string>) =>
  Object.entries(labels)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');

/** Grafana writes numbers as `4.84e-01`. */
function valueWords(value: string): string {
  const number = Number(value);
  return value.trim() === '' || Number.isNaN(number)
    ? value
    : number.toLocaleString('en-US', { maximumSignificantDigits: 3 });
}

function Instance({ instance }: { instance: GrafanaAlertInstance }) {
  const { labels, state, value, activeAt, silenced } = instance;
  const { word } = ALERT_STATES[state];
  return (
    <li>
      <State state={silenced ? 'silenced' : ALERT_STATES[state].state}>
        {word}
        {silenced && ', muted'}
      </State>{' '}
      <code>{labelWords(labels) || 'no labels'}</code>{' '}
      {value && <b>{valueWords(value)}</b>}{' '}
      {activeAt && (
        <>
          since <Time at={activeAt} />
        </>
      )}
    </li>
  );
}

function Where({ rule }: { rule: GrafanaAlertRule }) {
  const { url, runbookUrl, managedBy } = rule;
  return (
    <span className={styles.where}>
      <TextLink to={url}>
        {managedBy.kind === 'grafana' ? 'Grafana' : managedBy.name}
      </TextLink>
      {runbookUrl && <TextLink to={runbookUrl}>Runbook</TextLink>}
    </span>
  );
}

/** One rule: its state, what it says, since when, where to look, and who is told. Its instances open below it. */
export function AlertRow(props: {
  rule: GrafanaAlertRule;
  /** Absent where it is not the viewer's to mute. */
  onMute?(): void;
  onUnmute?(id: string): void;
  busy: boolean;
}) {
  const { rule, onMute, onUnmute, busy } = props;
  const { name, summary, description, since, lastError, instances } = rule;
  const [open, setOpen] = useState(false);
  const own = rule.silences.find(silence => silence.own);
  return (
    <>
      <tr>
        <Th scope="row">{name}</Th>
        <Td>
          <StateOf rule={rule} />
        </Td>
        <Td wide>
          {summary ?? description}
          {lastError && ` ${lastError}`}{' '}
          {instances.length > 0 && (
            <Button
              look="text"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {instances.length + (rule.more ?? 0)}{' '}
              {instances.length === 1 && !rule.more ? 'instance' : 'instances'}
            </Button>
          )}
        </Td>
        <Td end quiet wide>
          {since && <Time at={since} />}
        </Td>
        <Td wide>
          <Where rule={rule} />
        </Td>
        <Td end>
          {own && onUnmute && (
            <Button
              look="text"
              disabled={busy}
              aria-label={`End the silence of ${name}`}
              onClick={() => onUnmute(own.id)}
            >
              End silence
            </Button>
          )}
          {!own && onMute && rule.uid && (
            <Button look="text" aria-label={`Mute ${name}`} onClick={onMute}>
              Mute…
            </Button>
          )}
        </Td>
      </tr>
      {open && (
        <ReasonRow columns={COLUMNS}>
          <ul className={styles.instances}>
            {instances.map(instance => (
              <Instance key={labelWords(instance.labels)} instance={instance} />
            ))}
            {rule.more ? <li>{rule.more} more in Grafana</li> : null}
          </ul>
        </ReasonRow>
      )}
    </>
  );
}
