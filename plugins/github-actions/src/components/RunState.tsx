import { styled } from '@mui/material/styles';
import {
  RiCheckboxCircleFill,
  RiCloseFill,
  RiForbid2Line,
  RiLoader4Line,
  RiPauseCircleLine,
  RiQuestionLine,
} from '@remixicon/react';
import type { WorkflowRunState } from '@portico/plugin-github-actions-common';

type Look = { icon: typeof RiCloseFill; colour: string; word: string };

const FAILED = { icon: RiCloseFill, colour: 'var(--portico-bad)' };
const WAITS = { icon: RiPauseCircleLine, colour: 'var(--portico-unk)' };
const LEFT_OUT = { icon: RiForbid2Line, colour: 'var(--portico-unk)' };
const UNKNOWN = { icon: RiQuestionLine, colour: 'var(--portico-unk)' };

/** State is shape, word and colour, never colour alone. */
const LOOKS: Record<WorkflowRunState, Look> = {
  queued: { ...WAITS, word: 'Queued' },
  waiting: { ...WAITS, word: 'Waits for approval' },
  action_required: { ...WAITS, word: 'Waits for a person' },
  in_progress: {
    icon: RiLoader4Line,
    colour: 'var(--portico-accent)',
    word: 'Running',
  },
  success: {
    icon: RiCheckboxCircleFill,
    colour: 'var(--portico-ok)',
    word: 'Passed',
  },
  failure: { ...FAILED, word: 'Failed' },
  timed_out: { ...FAILED, word: 'Timed out' },
  cancelled: { ...LEFT_OUT, word: 'Cancelled' },
  skipped: { ...LEFT_OUT, word: 'Skipped' },
  neutral: { ...UNKNOWN, word: 'Neutral' },
  stale: { ...UNKNOWN, word: 'Stale' },
  unknown: { ...UNKNOWN, word: 'Unknown' },
};

const Root = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  whiteSpace: 'nowrap',
  '& svg': { width: 14, height: 14, flex: 'none' },
  '@media (prefers-reduced-motion: no-preference)': {
    '& .running': { animation: 'portico-turn 1.2s linear infinite' },
    '@keyframes portico-turn': { to: { transform: 'rotate(360deg)' } },
  },
});

/** How a run stands. `stale` keeps the shape and takes the colour away. */
export function RunState(props: { state: WorkflowRunState; stale?: boolean }) {
  const { icon: Icon, colour, word } = LOOKS[props.state];
  return (
    <Root>
      <Icon
        aria-hidden
        className={props.state === 'in_progress' ? 'running' : undefined}
        style={{ color: props.stale ? 'var(--portico-ink-3)' : colour }}
      />
      {word}
    </Root>
  );
}
