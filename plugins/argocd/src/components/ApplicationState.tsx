import { State, type SectionTone, type StateName } from '@portico/ui';

type Look = { state: StateName; word?: string };

/** The words of Argo CD's sync and health, and the state that each stands for. */
const LOOKS: Record<string, Look> = {
  Synced: { state: 'healthy' },
  OutOfSync: { state: 'degraded', word: 'Out of sync' },
  Syncing: { state: 'running' },
  Healthy: { state: 'healthy' },
  Progressing: { state: 'running' },
  Degraded: { state: 'degraded' },
  Missing: { state: 'failing' },
  Suspended: { state: 'waiting' },
};

const lookOf = (word: string): Look => LOOKS[word] ?? { state: 'unknown' };

/** Sync or health in Argo CD's word. `stale` keeps the shape and takes the colour away. */
export function ApplicationState(props: { state: string; stale?: boolean }) {
  const { state, word = props.state } = lookOf(props.state);
  return (
    <State state={state} stale={props.stale}>
      {word}
    </State>
  );
}

/** The tone of the rule over environments: bad, warn or fine. */
export function toneOf(words: string[]): SectionTone {
  const states = words.map(word => lookOf(word).state);
  if (states.includes('failing')) return 'bad';
  return states.includes('degraded') ? 'warn' : 'fine';
}
