import { usePermission } from '@backstage/plugin-permission-react';
import {
  anomalyResolvePermission,
  type AnomalyView,
} from '@portico/plugin-cost-common';
import { Button, VisuallyHidden } from '@portico/ui';
import { useState } from 'react';
import { ResolveDialog } from './ResolveDialog';

/** The button that says of an anomaly that it is known; nothing for who may not. */
export function ResolveAnomaly(props: {
  anomaly: AnomalyView;
  onResolved(): void;
}) {
  const { anomaly, onResolved } = props;
  const { allowed } = usePermission({
    permission: anomalyResolvePermission,
    resourceRef: anomaly.entityRef,
  });
  const [asking, setAsking] = useState(false);
  if (!allowed) return null;
  return (
    <>
      <Button look="text" onClick={() => setAsking(true)}>
        It is known
        <VisuallyHidden>: {anomaly.title}</VisuallyHidden>
      </Button>
      {asking && (
        <ResolveDialog
          anomaly={anomaly}
          onClose={() => setAsking(false)}
          onResolved={() => {
            setAsking(false);
            onResolved();
          }}
        />
      )}
    </>
  );
}
