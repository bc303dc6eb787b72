import type { ActionOptions } from './ActionOptions';
import { registerAnomalies } from './registerAnomalies';
import { registerEntityCost } from './registerEntityCost';
import { registerUnattributed } from './registerUnattributed';

/** What assistants may ask of costs, with the rights of whoever they work for. */
export function registerActions(options: ActionOptions): void {
  registerEntityCost(options);
  registerAnomalies(options);
  registerUnattributed(options);
}
