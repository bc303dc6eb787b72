import type {
  Figure,
  Figures,
  HealthSummary,
  Quantity,
} from '@portico/plugin-health-common';
import { formatQuantity } from '@portico/plugin-health-common';

/** The number of a figure, if it is one. */
export function numberOf(figure: Figure | undefined): number | undefined {
  return figure && 'value' in figure ? figure.value.value : undefined;
}

function limitOf(figure: Figure | undefined): Quantity | undefined {
  return figure && 'value' in figure ? figure.limit : undefined;
}

/** `99.9 % answered`, `p95 300 ms`: what the service has promised, as far as the figures tell. */
export function promised({ errorRatio, latencyP95Seconds }: Figures): string[] {
  const errors = limitOf(errorRatio);
  const latency = limitOf(latencyP95Seconds);
  const answered = errors && {
    value: Number((1 - errors.value).toPrecision(8)),
    unit: 'ratio' as const,
  };
  return [
    ...(answered ? [`${formatQuantity(answered)} answered`] : []),
    ...(latency ? [`p95 ${formatQuantity(latency)}`] : []),
  ];
}

/** Services with an error budget, least left first, then the fastest burning; and how many have none. */
export function byBudget(items: HealthSummary[]): {
  services: HealthSummary[];
  without: number;
} {
  const services = items
    .filter(({ figures }) => figures.errorBudgetLeft !== undefined)
    .sort(
      (a, b) =>
        (numberOf(a.figures.errorBudgetLeft) ?? 2) -
          (numberOf(b.figures.errorBudgetLeft) ?? 2) ||
        (numberOf(b.figures.burnRate) ?? 0) -
          (numberOf(a.figures.burnRate) ?? 0),
    );
  return { services, without: items.length - services.length };
}
