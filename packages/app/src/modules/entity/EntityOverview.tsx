import {
  hasCatalogProcessingErrors,
  isOrphan,
  hasRelationWarnings,
  EntityOrphanWarning,
  EntityProcessingErrorsPanel,
  EntityRelationWarning,
  EntitySwitch,
} from '@backstage/plugin-catalog';
import { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { Fragment, ReactNode } from 'react';
import styles from './EntityOverview.module.css';

function Warnings() {
  return (
    <div className={styles.warnings}>
      <EntitySwitch>
        <EntitySwitch.Case if={isOrphan}>
          <EntityOrphanWarning />
        </EntitySwitch.Case>
      </EntitySwitch>
      <EntitySwitch>
        <EntitySwitch.Case if={hasRelationWarnings}>
          <EntityRelationWarning />
        </EntitySwitch.Case>
      </EntitySwitch>
      <EntitySwitch>
        <EntitySwitch.Case if={hasCatalogProcessingErrors}>
          <EntityProcessingErrorsPanel />
        </EntitySwitch.Case>
      </EntitySwitch>
    </div>
  );
}

/**
 * The overview: what plugins put on top (12 columns), then content cards (8)
 * beside info cards (4), then cards without a type (12).
 */
export function EntityOverview(
  props: EntityContentLayoutProps & { top: ReactNode[] },
) {
  const { cards, top } = props;
  const ofType = (type?: string) =>
    cards
      .filter(card => card.type === type)
      .map((card, index) => (
        <Fragment key={card.element.key ?? index}>{card.element}</Fragment>
      ));
  const content = ofType('content');
  const info = ofType('info');
  const full = ofType(undefined);
  return (
    <div className={styles.overview}>
      <Warnings />
      {top}
      {content.length + info.length > 0 && (
        <div className={styles.grid}>
          {content.length > 0 && (
            <div className={info.length > 0 ? styles.eight : styles.twelve}>
              {content}
            </div>
          )}
          {info.length > 0 && (
            <div className={content.length > 0 ? styles.four : styles.twelve}>
              {info}
            </div>
          )}
        </div>
      )}
      {full}
    </div>
  );
}
