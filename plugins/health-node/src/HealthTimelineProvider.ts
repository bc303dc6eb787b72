import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { TimelineEvent } from '@portico/plugin-health-common';
import type { HealthSubject } from './HealthProvider';

/** What happened to an entity, as another system tells. */
export interface HealthTimelineProvider {
  readonly id: string;
  readonly title: string;
  appliesTo(subject: HealthSubject): boolean;
  /** Events of that time, in any order. `credentials`: whoever looks; nothing may be told that they may not read. */
  events(
    subject: HealthSubject,
    options: {
      from: Date;
      to: Date;
      credentials: BackstageCredentials;
      signal: AbortSignal;
    },
  ): Promise<TimelineEvent[]>;
}
