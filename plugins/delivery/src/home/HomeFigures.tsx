import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useLive } from '@portico/ui';
import { useCallback } from 'react';
import { deliveryApiRef } from '../api/deliveryApiRef';
import { DeliveryFigure } from '../parts/DeliveryFigure';
import { nameOf } from '../parts/useLinks';

const POLL_MS = 300_000;
const DAYS = 28;
const SHOWN = ['leadTime', 'deployments', 'changeFailureRate'] as const;

/** Three figures of the viewer's team, or of everything for who has none; nothing until they are there. */
export function HomeFigures() {
  const api = useApi(deliveryApiRef);
  const identityApi = useApi(identityApiRef);
  const { value } = useLive(
    useCallback(async () => {
      const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
      const overview = await api.overview({ days: DAYS, by: 'owner' });
      // The busiest comes first.
      const team = overview.groups.find(
        ({ ref }) => ref && ownershipEntityRefs.includes(ref),
      );
      return { overview, team };
    }, [api, identityApi]),
    { pollMs: POLL_MS },
  );
  if (!value?.overview.asOf) return null;
  const { overview, team } = value;
  const { figures } = team ?? overview;
  const whose = team?.ref ? nameOf(team.ref) : 'everything';
  return (
    <>
      {SHOWN.map((name, index) => (
        <DeliveryFigure
          key={name}
          name={name}
          label={index === 0 ? `Lead time, ${whose}` : undefined}
          measure={figures[name]}
          targets={overview.targets}
        />
      ))}
    </>
  );
}
