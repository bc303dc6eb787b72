import type { EstimateItem } from '@portico/plugin-cost-common';
import type { CostEstimateOptions } from './schema';

/** What is to be estimated. */
export interface EstimateQuestion {
  items: EstimateItem[];
  entityRef?: string;
}

/** Reads from a form, as it is filled in now, what would be made. */
export function readQuestion(
  options: CostEstimateOptions,
  formData: Record<string, unknown>,
): EstimateQuestion {
  const { items, environment, entity } = options;
  const where = textOf(environment && formData[environment]);
  const names = items.flatMap(item =>
    typeof item === 'string' ? [item] : [formData[item.field]].flat(),
  );
  const entityRef = textOf(entity && formData[entity]);
  return {
    items: names.flatMap(name => {
      const item = textOf(name);
      return item ? [{ item, ...(where && { environment: where }) }] : [];
    }),
    ...(entityRef && { entityRef }),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}
