import type {
  SourceCoverage,
  SourceStatus,
} from '@portico/plugin-sources-common';
import type { SectionTone, StateName } from '@portico/ui';
import { credentialOf } from './credential';

/** How Portico stands with a source. */
export interface Standing {
  state: StateName;
  /** e.g. `Unreachable`. */
  word: string;
  /** The first sentence of a warning. */
  brief?: string;
  /** What is wrong, and what to do; undefined where all is well. */
  reason?: string;
}

/** What the last look at a source, and what plugins got from it, amount to. */
export function standingOf(source: SourceStatus, now: Date): Standing {
  const { state, check } = source;
  if (state === 'unchecked') return { state: 'unknown', word: 'Not looked at' };
  if (state === 'unreachable') {
    return { state: 'failing', word: 'Unreachable', reason: check?.message };
  }
  if (state === 'refused') {
    return { state: 'failing', word: 'Refused', reason: check?.message };
  }
  const { words, warns } = credentialOf(source, now);
  if (warns) {
    const brief = `The credential ${words}.`;
    return warning(brief, `Mend it under ${source.configKey}.`);
  }
  const since = Date.parse(source.since ?? '');
  const empty = source.coverage.find(
    // What was asked before the source came back says nothing about now.
    one => gaveNothing(one) && !(Date.parse(one.at) < since),
  );
  if (empty) {
    const brief = `${capitalize(empty.by)} got nothing of what it asked.`;
    return warning(brief, empty.message);
  }
  return { state: 'healthy', word: 'Answers' };
}

/** How the rule over the page looks. */
export function toneOf(state: StateName, stale: boolean): SectionTone {
  if (stale) return 'stale';
  if (state === 'failing') return 'bad';
  return state === 'degraded' ? 'warn' : 'fine';
}

function warning(brief: string, more = ''): Standing {
  return {
    state: 'degraded',
    word: 'Answers, but',
    brief,
    reason: `${brief} ${more}`.trim(),
  };
}

function gaveNothing({ asked, answered }: SourceCoverage): boolean {
  return asked > 0 && answered === 0;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
