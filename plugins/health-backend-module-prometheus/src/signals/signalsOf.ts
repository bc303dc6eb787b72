import type { HealthSignal } from '@portico/plugin-health-common';
import { errorSignals } from './errorSignals';
import { latencySignals } from './latencySignals';
import { objectiveSignals } from './objectiveSignals';
import { requestSignals } from './requestSignals';
import { saturationSignals } from './saturationSignals';
import type { SignalContext } from './SignalContext';

/** All that the readings say of one entity in one environment. */
export function signalsOf(context: SignalContext): HealthSignal[] {
  return [
    ...requestSignals(context),
    ...errorSignals(context),
    ...latencySignals(context),
    ...objectiveSignals(context),
    ...saturationSignals(context),
  ];
}
