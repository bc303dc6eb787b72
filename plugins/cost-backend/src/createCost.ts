import type {
  DatabaseService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { Attributor } from './attribution/Attributor';
import { Collector } from './collect/Collector';
import { Planner } from './collect/Planner';
import { sourcesOf } from './collect/sourcesOf';
import { readCostConfig } from './config/CostConfig';
import type { CostContext } from './CostContext';
import { SourceStandings } from './sources/SourceStandings';
import { openDatabase } from './store/openDatabase';
import { SourceStore } from './store/SourceStore';
import { CostSubjects } from './subjects/CostSubjects';

/** What the plugin is made of, from the services of the backend. */
export async function createCost(
  options: Omit<
    CostContext,
    'attributed' | 'config' | 'db' | 'now' | 'rootConfig' | 'subjects'
  > & {
    config: RootConfigService;
    database: DatabaseService;
    now?: () => Date;
  },
) {
  const { config: rootConfig, database, now = () => new Date() } = options;
  const db = await openDatabase(database);
  const config = readCostConfig(rootConfig);
  const subjects = new CostSubjects({ ...options, now });
  const store = new SourceStore(db);
  const sources = sourcesOf({ ...options, db, subjects, now });
  await store.sync(sources);
  const shared = { ...options, db, config, subjects, store, sources, now };
  const attributor = new Attributor(shared);
  const planner = new Planner(shared);
  const context: CostContext = {
    ...options,
    ...{ attributed: attributor, rootConfig, config, db, subjects, now },
  };
  return {
    context,
    attributor,
    collector: new Collector({ ...shared, planner }),
    sources,
    standings: new SourceStandings(shared),
    store,
  };
}
