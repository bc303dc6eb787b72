import type { PanelData } from '@portico/plugin-grafana-common';
import { StateShape, type StateName } from '@portico/ui';
import { Tip } from './Tip';

type Severity = PanelData['notices'][number]['severity'];

const SHAPES: Record<Severity, StateName> = {
  error: 'failing',
  warning: 'degraded',
  info: 'unknown',
};
const ORDER: Severity[] = ['error', 'warning', 'info'];

/** What Grafana or the data source say beside the data: one mark, its words on hover and on focus. */
export function Notices({ notices }: Pick<PanelData, 'notices'>) {
  const worst = ORDER.find(one => notices.some(it => it.severity === one));
  if (!worst) return null;
  const words = notices.map(({ text }) => text).join('\n');
  const label = notices.length === 1 ? 'Notice' : `${notices.length} notices`;
  return (
    <Tip label={label} words={words}>
      <StateShape state={SHAPES[worst]} />
    </Tip>
  );
}
