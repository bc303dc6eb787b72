import { accounts } from './accounts';
import { components } from './components';
import { domains } from './domains';
import { outsiders } from './outsiders';
import { people } from './people';
import { resources } from './resources';
import { systems } from './systems';
import { teams } from './teams';
import type { World } from './types';

/** Builds the mini-org. The same each time: names, people and dependencies never depend on chance. */
export function createWorld(): World {
  return structuredClone({
    organization: 'mini-org',
    domains,
    systems,
    teams,
    people,
    outsiders,
    accounts,
    components,
    resources,
  });
}
