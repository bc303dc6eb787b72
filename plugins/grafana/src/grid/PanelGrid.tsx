import type { PanelView } from '@portico/plugin-grafana-common';
import { useRef, useState, type CSSProperties } from 'react';
import { Panel } from '../frame/Panel';
import { heightOf, placeOf, sectionsOf, type GridSection } from './layout';
import styles from './PanelGrid.module.css';
import { RowHead } from './RowHead';
import { useInView } from './useInView';

function Place(props: { panel: PanelView; top: number }) {
  const { panel, top } = props;
  const ref = useRef<HTMLDivElement>(null);
  const seen = useInView(ref);
  const style = {
    ...placeOf(panel, top),
    '--panel-height': `${heightOf(panel.grid.h)}px`,
  } as CSSProperties;
  return (
    <div ref={ref} className={styles.place} style={style}>
      <Panel panel={panel} seen={seen} />
    </div>
  );
}

function Panels({ panels }: Pick<GridSection, 'panels'>) {
  const top = Math.min(...panels.map(({ grid }) => grid.y));
  return (
    <div className={styles.grid}>
      {panels.map(panel => (
        <Place key={panel.key} panel={panel} top={top} />
      ))}
    </div>
  );
}

/** The panels as they lie in Grafana: 24 columns from 900 px on, one below the other before; rows open and close. */
export function PanelGrid({ panels }: { panels: PanelView[] }) {
  // Rows that somebody has opened or closed; the others are as the dashboard has them.
  const [chosen, setChosen] = useState<Partial<Record<string, boolean>>>({});
  return (
    <div className={styles.dashboard}>
      {sectionsOf(panels).map(({ row, panels: inside }) => {
        if (!row) return <Panels key="" panels={inside} />;
        const open = chosen[row.key] ?? !row.collapsed;
        return (
          <RowHead
            key={row.key}
            row={row}
            count={inside.length}
            open={open}
            onToggle={() => setChosen({ ...chosen, [row.key]: !open })}
          >
            {open && inside.length > 0 && <Panels panels={inside} />}
          </RowHead>
        );
      })}
    </div>
  );
}
