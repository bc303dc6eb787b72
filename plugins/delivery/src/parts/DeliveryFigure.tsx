import type { DeliveryTargets, Measure } from '@portico/plugin-delivery-common';
import { Figure, State } from '@portico/ui';
import { formatAmount } from '../model/duration';
import { figureWords, LOOKS, type FigureName } from '../model/figureWords';
import { WeekBars } from './WeekBars';

/** One figure with its target, what it was before, and the last weeks. */
export function DeliveryFigure(props: {
  name: FigureName;
  measure: Measure;
  targets: DeliveryTargets;
  /** Instead of its usual name. */
  label?: string;
  /** What it rests on has not answered lately. */
  stale?: boolean;
}) {
  const { name, measure, targets, stale } = props;
  const words = figureWords(name, measure, targets);
  const { amount, comparison, target, missed, label = words.label } = words;
  const fine = stale ? 'stale' : 'fine';
  return (
    <Figure
      label={props.label ?? label}
      aside={missed && <State state="degraded">target missed</State>}
      value={amount?.value ?? (measure.unknown ? 'unknown' : 'none')}
      unit={amount?.unit}
      comparison={comparison}
      tone={missed && !stale ? 'warn' : fine}
    >
      <WeekBars
        values={measure.trend}
        target={target}
        label={label}
        format={value => formatAmount(LOOKS[name].amount(value))}
      />
    </Figure>
  );
}
