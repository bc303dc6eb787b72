import type { DeliveryOverview } from '@portico/plugin-delivery-common';
import { formatAmount } from './duration';
import { figureWords } from './figureWords';

/** What the page says first. */
export interface Sentence {
  lead: string;
  rest: string;
  missed: boolean;
}

/** The lead time against its target, then how often and how safely. */
export function sentenceOf(overview: DeliveryOverview): Sentence {
  const { figures, targets } = overview;
  const time = figureWords('leadTime', figures.leadTime, targets);
  const often = figureWords('deployments', figures.deployments, targets);
  const { changeFailureRate: failures } = figures;
  const rest = [
    often.amount && `${often.amount.value} deployments ${often.amount.unit}`,
    failures.value !== undefined &&
      failures.n > 0 &&
      `${failures.count} of ${failures.n} failed`,
  ].filter(Boolean);
  return {
    lead: leadOf(time, targets.leadTimeMinutes),
    rest: rest.length ? `${rest.join('; ')}.` : '',
    missed: time.missed,
  };
}

function leadOf(
  { amount, missed }: ReturnType<typeof figureWords>,
  minutes?: number,
): string {
  if (!amount) return 'No change could be followed to production yet.';
  const said = `Half of all changes are in production within ${formatAmount(
    amount,
  )}`;
  if (minutes === undefined) return `${said}.`;
  return `${said}, ${
    missed ? 'over' : 'within'
  } the target of ${minutes}\u00a0min.`;
}
