import type { DashboardView } from '@portico/plugin-grafana-common';
import { TextLink, Time } from '@portico/ui';
import type { DashboardAddress, DashboardQuery } from '../api/grafanaApiRef';
import { plainText } from '../frame/panelWords';
import { VariablesBar } from '../variables/VariablesBar';
import styles from './DashboardsTab.module.css';

/** What a dashboard says of itself, its variables, and the way to it in Grafana. */
export function DashboardHead(props: {
  view: DashboardView;
  address: DashboardAddress;
  query: DashboardQuery;
  onChange(name: string, values: string[]): void;
}) {
  const { view, address, query, onChange } = props;
  return (
    <div className={styles.head}>
      {view.description && (
        <p className={styles.description}>{plainText(view.description)}</p>
      )}
      <VariablesBar
        variables={view.variables}
        address={address}
        query={query}
        onChange={onChange}
      />
      <p className={styles.source}>
        <span>
          Read at <Time at={view.asOf} form="clock" />
        </span>
        <TextLink to={view.url}>Open in Grafana</TextLink>
      </p>
    </div>
  );
}
