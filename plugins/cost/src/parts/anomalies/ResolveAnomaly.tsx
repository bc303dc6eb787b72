import { usePermission } from '@backstage/plugin-permission-react';
import {
  anomalyResolvePermission,
  billReadPermission,
  collectPermission,
  type AnomalyView,
} from '@portico/plugin-cost-common';
import { Button, VisuallyHidden } from '@portico/ui';
import { useState } from 'react';
import { ResolveDialog } from './ResolveDialog';

/** What is nobody's is for who sees the whole bill and looks after its sources. */
function useMayResolve(entityRef: string | undefined): boolean {
  const own = usePermission({
    permission: anomalyResolvePermission,
    resourceRef: entityRef,
  });
  const bill = usePermission({ permission: billReadPermission });
  const sources = usePermission({ permission: collectPermission });
  return entityRef === undefined
    ? bill.allowed && sources.allowed
    : own.allowed;
}

/** The button that says of an anomaly that it is known; nothing for who may not. */
export function ResolveAnomaly(props: {
  anomaly: AnomalyView;
  onResolved(): void;
}) {
  const { anomaly, onResolved } = props;
  const allowed = useMayResolve(anomaly.entityRef);
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
