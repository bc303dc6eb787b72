import type { HealthVerdict } from '@portico/plugin-health-common';
import { formatRoughly, StateShape, TextLink, useNow } from '@portico/ui';
import { Changing } from '../parts/Changing';
import { lasting, STATE_WORDS } from '../parts/stateWords';
import styles from './Verdict.module.css';

const TICK_MS = 15_000;

/** "Degraded for 12 min:", "Unknown:", and "Healthy" alone where there is nothing to add. */
export function opening(verdict: HealthVerdict, now: Date): string {
  const { state, since, headline } = verdict;
  const word = STATE_WORDS[state];
  const lasts = state === 'degraded' || state === 'failing';
  const words = lasts ? `${word} for ${lasting(since, now)}` : word;
  return headline ? `${words}:` : `${words}.`;
}

/** Deploys are told as what came before, never as the cause. */
function StartedAfter({ verdict }: { verdict: HealthVerdict }) {
  if (!verdict.startedAfter) return null;
  const { seconds, revision, version, url } = verdict.startedAfter;
  const code = <code>{revision || version}</code>;
  return (
    <>
      Started {formatRoughly(seconds)} after deploy{' '}
      {url ? <TextLink to={url}>{code}</TextLink> : code}.{' '}
    </>
  );
}

const ended = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** The second line of lists, where the sentence has not said it. */
function Remark({ verdict }: { verdict: HealthVerdict }) {
  const { remark, headline, startedAfter } = verdict;
  if (!remark || (startedAfter && remark.startsWith('Started '))) return null;
  const [subject] = remark.split(',');
  return headline.includes(subject) ? null : <>{ended(remark)}</>;
}

/** The verdict in one sentence that could be read aloud. `stale` takes its colour. */
export function VerdictSentence(props: {
  verdict: HealthVerdict;
  stale?: boolean;
}) {
  const { verdict, stale } = props;
  const now = useNow(TICK_MS);
  return (
    <>
      <StateShape state={verdict.state} size={26} stale={stale} />
      <p className={`${styles.sentence} ${stale ? styles.old : ''}`}>
        <b>
          <Changing value={verdict.state}>{opening(verdict, now)}</Changing>
        </b>{' '}
        {verdict.headline}
        <span className={styles.then}>
          <StartedAfter verdict={verdict} />
          <Remark verdict={verdict} />
        </span>
      </p>
    </>
  );
}
