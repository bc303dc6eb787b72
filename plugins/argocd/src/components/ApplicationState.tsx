import { styled } from '@mui/material/styles';
import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiLoader4Line,
  RiPauseCircleLine,
  RiQuestionLine,
} from '@remixicon/react';

type Look = { icon: typeof RiAlertFill; colour: string; word?: string };

const FINE = { icon: RiCheckboxCircleFill, colour: 'var(--portico-ok)' };
const WARN = { icon: RiAlertFill, colour: 'var(--portico-warn-fill)' };
const RUNS = { icon: RiLoader4Line, colour: 'var(--portico-accent)' };
const UNKNOWN = { icon: RiQuestionLine, colour: 'var(--portico-unk)' };

/** State is shape, word and colour, never colour alone. */
const LOOKS: Record<string, Look> = {
  Synced: FINE,
  OutOfSync: { ...WARN, word: 'Out of sync' },
  Syncing: RUNS,
  Healthy: FINE,
  Progressing: RUNS,
  Degraded: WARN,
  Missing: { icon: RiCloseCircleFill, colour: 'var(--portico-bad)' },
  Suspended: { icon: RiPauseCircleLine, colour: 'var(--portico-unk)' },
  Unknown: UNKNOWN,
};

const Root = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  whiteSpace: 'nowrap',
  '& svg': { width: 14, height: 14, flex: 'none' },
  '&.stale': {
    color: 'var(--portico-ink-3)',
    textDecoration: 'underline dashed',
    textUnderlineOffset: 3,
  },
  '@media (prefers-reduced-motion: no-preference)': {
    '& .running': { animation: 'portico-turn 1.2s linear infinite' },
    '@keyframes portico-turn': { to: { transform: 'rotate(360deg)' } },
  },
});

/** Sync or health in Argo CD's word. `stale` keeps the shape and takes the colour away. */
export function ApplicationState(props: { state: string; stale?: boolean }) {
  const { state, stale } = props;
  const look = LOOKS[state] ?? UNKNOWN;
  const Icon = look.icon;
  return (
    <Root className={stale ? 'stale' : undefined}>
      <Icon
        aria-hidden
        className={look === RUNS && !stale ? 'running' : undefined}
        style={{ color: stale ? 'var(--portico-ink-3)' : look.colour }}
      />
      {look.word ?? state}
    </Root>
  );
}

/** The tone of the rule over environments: bad, warn or fine. */
export function toneOf(states: string[]): 'bad' | 'warn' | undefined {
  if (states.includes('Missing')) return 'bad';
  return states.some(state => LOOKS[state] === WARN || LOOKS[state]?.word)
    ? 'warn'
    : undefined;
}
