import { Waiting } from '@portico/ui';

const ROW_PX = 32;

/** Grey bars over the whole room of a panel. */
export function PanelWaiting(props: { height?: number; what?: string }) {
  const { height = 0, what } = props;
  return (
    <Waiting
      rows={Math.max(1, Math.floor(height / ROW_PX))}
      what={what ?? 'Grafana'}
    />
  );
}
