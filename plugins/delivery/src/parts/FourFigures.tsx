import type {
  DeliveryFigures,
  DeliveryPeriod,
} from '@portico/plugin-delivery-common';
import { Figures } from '@portico/ui';
import { DeliveryFigure } from './DeliveryFigure';
import { isSilent } from './SourceNotes';

/** The four figures in a row. */
export function FourFigures(props: {
  figures: DeliveryFigures;
  period: DeliveryPeriod;
}) {
  const { figures, period } = props;
  const { sources, targets } = period;
  const deploys = isSilent(sources, 'argocd');
  const changes = isSilent(sources, 'argocd', 'github');
  const health = isSilent(sources, 'argocd', 'health');
  const shown = [
    { name: 'leadTime', stale: changes },
    { name: 'deployments', stale: deploys },
    { name: 'changeFailureRate', stale: health },
    { name: 'timeToRestore', stale: health },
  ] as const;
  return (
    <Figures>
      {shown.map(({ name, stale }) => (
        <DeliveryFigure
          key={name}
          name={name}
          measure={figures[name]}
          targets={targets}
          stale={stale}
        />
      ))}
    </Figures>
  );
}
