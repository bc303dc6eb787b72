import type { SourceStanding } from '@portico/plugin-health-common';
import { sameJson } from '../store/sameJson';
import type {
  NewEvent,
  NewPeriod,
  ProviderRun,
  StoredSignal,
  StoredVerdict,
} from '../store/types';
import {
  contractChanges,
  contractOf,
  contractProblems,
} from '../subjects/contractOf';
import { missingLinks } from '../subjects/missingLinks';
import type { Subject } from '../subjects/Subjects';
import { figuresOf } from '../verdict/figures';
import { isConfirmed, judge } from '../verdict/judge';
import { gapsOf, standingsOf } from '../verdict/standings';
import { agedSignals } from './agedSignals';
import { addRecent } from './recentValues';
import { takeNotice, type Notice } from './takeNotice';
import type { Snapshot } from './Snapshot';

/** What a look at one entity found. */
export interface Review {
  verdict: StoredVerdict;
  /** Whether the verdict differs from the stored one. */
  changed: boolean;
  period?: NewPeriod;
  /** What its owner has to be told. */
  notice?: Notice;
  events: NewEvent[];
}

/** Judges one entity from all that is known of it. */
export function reviewEntity(
  subject: Subject,
  options: {
    snapshot: Pick<Snapshot, 'entries' | 'runs' | 'verdicts'>;
    /** Ids of the providers that apply to it. */
    applies: string[];
    /** Ids of all providers. */
    providers: string[];
    environment: string;
    /** Whether its numbers were just collected. */
    measured: boolean;
    now: Date;
  },
): Review {
  const { snapshot, applies, providers, environment, measured, now } = options;
  const { entityRef, entity, facts } = subject;
  const before = snapshot.verdicts.get(entityRef);
  const entries = applies.flatMap(id => {
    const entry = snapshot.entries.get(id)?.get(entityRef);
    return entry ? [{ entry, run: snapshot.runs.get(id) }] : [];
  });
  const signals = entries.flatMap(({ entry, run }) =>
    agedSignals(entry.signals, run, now),
  );
  const lastDeploy = entries
    .map(({ entry }) => entry.deploy)
    .find(deploy => deploy !== undefined);
  const judgement = judge({
    signals,
    standings: standings(applies, snapshot.runs, now, entityRef),
    environment,
    lastDeploy,
    before: { shown: before?.summary, counted: before?.memory.counted },
    now,
  });
  const { state, since, headline, startedAfter, ...shown } = judgement;
  const counts =
    before?.memory.counted.state !== state &&
    (!before || isConfirmed(state, signals, environment, now));
  const contract = contractOf(entity, facts);
  const onCall = entries.flatMap(({ entry }) => entry.onCall ?? []);
  const missing =
    state === 'unknown' ? missingLinks(entity, signals, providers) : [];
  const { notice, ...noted } = takeNotice({
    before: before?.memory,
    state: counts ? state : before!.memory.counted.state,
    counts,
    now,
  });
  const verdict: StoredVerdict = {
    summary: {
      ...facts,
      state,
      since,
      headline,
      ...shown,
      ...(onCall.length && { onCall }),
      ...(missing.length && { missing }),
    },
    recent: measured
      ? addRecent(before?.recent, figuresOf(fresh(signals), environment), now)
      : before?.recent,
    memory: {
      counted: counts ? { state, since } : before!.memory.counted,
      ...noted,
      applies,
      contract,
      problems: contractProblems(entity),
      ...(lastDeploy && { lastDeploy }),
      ...(startedAfter && { startedAfter }),
    },
  };
  return {
    verdict,
    changed: !sameJson(verdict, before),
    ...(notice && { notice }),
    ...(counts && {
      period: {
        entityRef,
        from: since,
        state,
        headline,
        follows: before !== undefined,
      },
    }),
    events: before
      ? contractChanges(before.memory.contract, contract).map(change => ({
          entityRef,
          at: now.toISOString(),
          event: { kind: 'catalog' as const, ...change },
        }))
      : [],
  };
}

/** How the sources of an entity stand. */
export function standings(
  applies: string[],
  runs: Map<string, ProviderRun>,
  now: Date,
  entityRef: string,
): SourceStanding[] {
  return applies.flatMap(id => {
    const run = runs.get(id);
    return run ? standingsOf(run, now, gapsOf(entityRef)) : [];
  });
}

function fresh(signals: StoredSignal[]): StoredSignal[] {
  return signals.filter(signal => !signal.stale);
}
