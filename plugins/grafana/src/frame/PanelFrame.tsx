import type { PanelView } from '@portico/plugin-grafana-common';
import { Section, Time, type SectionTone } from '@portico/ui';
import type { ReactNode, RefObject } from 'react';
import { PanelInfo } from './PanelInfo';
import styles from './PanelFrame.module.css';
import { panelName } from './panelWords';

/** What all panels have: a region with the panel's name that hangs from its rule, age and menu at the right. */
export function PanelFrame(props: {
  panel: PanelView;
  tone?: SectionTone;
  /** ISO 8601; when Grafana answered. */
  asOf?: string;
  /** Beside the age: notices, and what was copied. */
  marks?: ReactNode;
  menu?: ReactNode;
  /** The drawing with its title, for copies. */
  frameRef?: RefObject<HTMLDivElement>;
  busy?: boolean;
  children: ReactNode;
}) {
  const { panel, tone, asOf, marks, menu, frameRef, busy, children } = props;
  const title = panel.title.trim();
  const info = panel.description && (
    <PanelInfo of={panelName(panel)} description={panel.description} />
  );
  return (
    <div
      ref={frameRef}
      className={styles.frame}
      data-bare={title ? undefined : ''}
      aria-busy={busy || undefined}
    >
      <Section
        title={title && <span title={title}>{title}</span>}
        label={panelName(panel)}
        tone={tone}
        qualifier={
          (info || panel.timeInfo) && (
            <>
              {info}
              {panel.timeInfo && (
                <span className={styles.timeInfo}>{panel.timeInfo}</span>
              )}
            </>
          )
        }
        meta={
          <>
            {marks}
            {asOf && (
              <span className={styles.age}>
                <Time at={asOf} form="clock" />
              </span>
            )}
            {menu}
          </>
        }
      >
        {children}
      </Section>
    </div>
  );
}
