import { Exporter } from '../export/Exporter';
import { EntityReader } from './entity/EntityReader';
import { ResourcesReader } from './entity/ResourcesReader';
import type { Findings } from './Findings';
import { Looks } from './Look';
import { BreakdownReader } from './organisation/BreakdownReader';
import { OrganisationReader } from './organisation/OrganisationReader';
import { ReconciliationReader } from './organisation/ReconciliationReader';
import { UnattributedReader } from './unattributed/UnattributedReader';

/** All that answers what things cost, and knows no HTTP. */
export function createRead(
  context: ConstructorParameters<typeof Looks>[0],
  findings: Findings,
) {
  const looks = new Looks(context);
  const { tagKeys, unattributedGoal: goal } = context.config;
  return {
    looks,
    entities: new EntityReader({ findings, looks }),
    resources: new ResourcesReader({ looks }),
    organisations: new OrganisationReader({ findings, looks, goal, tagKeys }),
    breakdowns: new BreakdownReader({ findings, looks, tagKeys }),
    unattributed: new UnattributedReader({ looks, goal, tagKeys }),
    reconciliations: new ReconciliationReader({ looks }),
    exporter: new Exporter({ looks }),
  };
}
