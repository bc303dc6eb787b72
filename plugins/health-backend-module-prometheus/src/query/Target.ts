import type { HealthSubject } from '@portico/plugin-health-node';
import type { Objective } from '@portico/plugin-health-common';
import type { Preset } from '../presets/Preset';
import type { Matcher } from '../selector/Matcher';

/** An entity, and how its series are found. */
export interface Target {
  entityRef: string;
  subject: HealthSubject;
  /** Name of the entity: what own queries' labels hold where the selector does not say. */
  name: string;
  instance: string;
  preset: Preset;
  matchers: readonly Matcher[];
  /** Of its containers, where that differs: a mesh's labels are not those of cAdvisor. */
  resourceMatchers: readonly Matcher[];
  /** True where the entity itself names selector or preset: silence is then a gap, not nothing. */
  linked: boolean;
  objectives: readonly Objective[];
}
