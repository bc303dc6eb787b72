import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { AnomalyView } from '@portico/plugin-cost-common';
import type { createRead } from '../read/createRead';
import type { CostSubjects } from '../subjects/CostSubjects';

/** What the actions are made with. */
export interface ActionOptions {
  actionsRegistry: ActionsRegistryService;
  read: Pick<
    ReturnType<typeof createRead>,
    'entities' | 'looks' | 'unattributed'
  >;
  findings: {
    /** @param may who is meant; undefined is nobody */
    anomaliesThat(
      may: (entityRef: string | undefined) => boolean,
      month?: string,
    ): Promise<AnomalyView[]>;
  };
  subjects: CostSubjects;
}

/** None of them changes anything. */
export const READ_ONLY = {
  readOnly: true,
  destructive: false,
  idempotent: true,
};

/** Most that a list has. */
export const MOST_LISTED = 50;

/** Amortised, as pages show it first. */
export const METRIC = 'effective';

type Zod = Parameters<
  Parameters<ActionsRegistryService['register']>[0]['schema']['input']
>[0];

/** The month that is asked for. */
export function monthIn(z: Zod) {
  return z
    .string()
    .regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/, 'write a month as 2026-11')
    .optional()
    .describe('e.g. 2026-11; the newest that is known if absent');
}
