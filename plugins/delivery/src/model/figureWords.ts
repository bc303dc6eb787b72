import type {
  DeliveryFigures,
  DeliveryTargets,
  Measure,
} from '@portico/plugin-delivery-common';
import { durationOf, formatAmount, type Amount } from './duration';

const MINUTE = 60;
const HOUR = 3600;

export type FigureName =
  | keyof DeliveryFigures
  | 'createToProduction'
  | 'onboarding';

/** How a figure is told. */
interface Look {
  label: string;
  amount(value: number): Amount;
  /** `41 changes`. */
  counted(measure: Measure): string;
  /** Where there is nothing to count. */
  none: string;
  /** In the figure's own unit. */
  target(targets: DeliveryTargets): number | undefined;
  /** More is better. */
  up?: boolean;
}

const plural = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;
const times = (target: number | undefined, size: number) =>
  target === undefined ? undefined : target * size;

export const LOOKS: Record<FigureName, Look> = {
  deployments: {
    label: 'Deployments',
    amount: value => ({
      value: value < 10 ? value.toFixed(1) : String(Math.round(value)),
      unit: 'a week',
    }),
    counted: ({ n }) => plural(n, 'deployment'),
    none: 'no deployment',
    target: targets => targets.deploymentsPerWeek,
    up: true,
  },
  leadTime: {
    label: 'Lead time',
    amount: durationOf,
    counted: ({ n }) => plural(n, 'change'),
    none: 'no change with known commits',
    target: targets => times(targets.leadTimeMinutes, MINUTE),
  },
  changeFailureRate: {
    label: 'Change failures',
    amount: value => ({ value: String(Math.round(value * 100)), unit: '%' }),
    counted: ({ n, count = 0 }) => `${count} of ${n}`,
    none: 'no deployment since health is known',
    target: targets => targets.changeFailureRate,
  },
  timeToRestore: {
    label: 'Time to restore',
    amount: durationOf,
    counted: ({ n }) => plural(n, 'outage'),
    none: 'no outage',
    target: targets => times(targets.timeToRestoreMinutes, MINUTE),
  },
  createToProduction: {
    label: 'Create to production',
    amount: durationOf,
    counted: ({ n }) => plural(n, 'service'),
    none: 'no service was created and deployed',
    target: targets => times(targets.createToProductionHours, HOUR),
  },
  onboarding: {
    label: 'Onboarding',
    amount: durationOf,
    counted: ({ n }) => (n === 1 ? '1 person' : `${n} people`),
    none: 'nobody was brought in',
    target: targets => times(targets.onboardingHours, HOUR),
  },
};

/** A figure in words. */
export interface FigureWords {
  label: string;
  /** Undefined: there is none, and `comparison` says why. */
  amount?: Amount;
  comparison: string;
  /** In the figure's own unit. */
  target?: number;
  missed: boolean;
}

/** Says one figure, its target, on how much it rests, and what it was before. */
export function figureWords(
  name: FigureName,
  measure: Measure,
  targets: DeliveryTargets,
): FigureWords {
  const { label, amount, counted, none, target: targetOf } = LOOKS[name];
  const { value, unknown, before, p90 } = measure;
  const target = targetOf(targets);
  const told = (it: number) => formatAmount(amount(it));
  const goal = target !== undefined && `target ${told(target)}`;
  if (value === undefined || (name !== 'deployments' && measure.n === 0)) {
    const why = unknown ? `unknown: ${unknown}` : none;
    return {
      label,
      comparison: [why, goal].filter(Boolean).join(', '),
      target,
      missed: false,
    };
  }
  return {
    label,
    amount: amount(value),
    comparison: [
      goal,
      counted(measure),
      p90 !== undefined && `nine of ten within ${told(p90)}`,
      before?.value !== undefined && `${told(before.value)} before`,
    ]
      .filter(Boolean)
      .join(', '),
    target,
    missed: isMissed(name, value, target),
  };
}

function isMissed(name: FigureName, value: number, target?: number): boolean {
  if (target === undefined) return false;
  return LOOKS[name].up ? value < target : value > target;
}
