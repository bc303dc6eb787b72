import type { HealthProvider } from '@portico/plugin-health-node';
import type { NewEvent, NewPeriod, StoredVerdict } from '../store/types';
import type { Subject } from '../subjects/Subjects';
import { reviewEntity } from './reviewEntity';
import type { Notice } from './takeNotice';
import type { Snapshot } from './Snapshot';

/** A change of state that counts. */
export interface CountedChange {
  before?: StoredVerdict;
  after: StoredVerdict;
}

/** What a look at all entities found. */
export interface Reviewed {
  changed: StoredVerdict[];
  /** Whether a state that is shown changed anywhere. */
  statesChanged: boolean;
  counted: CountedChange[];
  /** Who has to be told what. */
  notices: { notice: Notice; verdict: StoredVerdict }[];
  /** Entities that the catalog has no more. */
  removed: string[];
  periods: NewPeriod[];
  events: NewEvent[];
}

export function reviewAll(options: {
  snapshot: Snapshot;
  subjects: Map<string, Subject>;
  providers: Map<string, HealthProvider>;
  environment: string;
  /** Entities whose numbers were just collected. */
  measured: Set<string>;
  now: Date;
}): Reviewed {
  const { snapshot, subjects, providers, environment, measured, now } = options;
  const reviewed: Reviewed = {
    changed: [],
    statesChanged: false,
    counted: [],
    notices: [],
    removed: [...snapshot.verdicts.keys()].filter(ref => !subjects.has(ref)),
    periods: [],
    events: [],
  };
  for (const subject of subjects.values()) {
    const before = snapshot.verdicts.get(subject.entityRef);
    const { verdict, changed, period, notice, events } = reviewEntity(subject, {
      snapshot,
      applies: [...providers.values()]
        .filter(provider => provider.appliesTo(subject))
        .map(({ id }) => id),
      providers: [...providers.keys()],
      environment,
      measured: measured.has(subject.entityRef),
      now,
    });
    if (changed) reviewed.changed.push(verdict);
    if (before?.summary.state !== verdict.summary.state) {
      reviewed.statesChanged = true;
    }
    if (notice) reviewed.notices.push({ notice, verdict });
    if (period) {
      reviewed.periods.push(period);
      reviewed.counted.push({ before, after: verdict });
    }
    reviewed.events.push(...events);
  }
  return reviewed;
}
