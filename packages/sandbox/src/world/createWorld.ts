import type { World } from './types';

/** Builds the mini-org. The same each time: names, people and dependencies never depend on chance. */
export function createWorld(): World {
  return {
    organization: 'mini-org',
    domains: [],
    systems: [],
    teams: [],
    people: [],
    components: [],
    resources: [],
  };
}
