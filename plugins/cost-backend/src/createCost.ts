import type {
  DatabaseService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { readCostConfig } from './config/CostConfig';
import type { CostContext } from './CostContext';
import { openDatabase } from './store/openDatabase';
import { CostSubjects } from './subjects/CostSubjects';

/** What the plugin is made of, from the services of the backend. */
export async function createCost(
  options: Omit<
    CostContext,
    'config' | 'db' | 'now' | 'rootConfig' | 'subjects'
  > & {
    config: RootConfigService;
    database: DatabaseService;
    now?: () => Date;
  },
) {
  const { config: rootConfig, database, now = () => new Date() } = options;
  const context: CostContext = {
    ...options,
    rootConfig,
    config: readCostConfig(rootConfig),
    db: await openDatabase(database),
    subjects: new CostSubjects({ ...options, now }),
    now,
  };
  return { context };
}
