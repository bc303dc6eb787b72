import type { DashboardSummary } from '@portico/plugin-grafana-common';
import { Button, Icon, LinkTabs } from '@portico/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { OptionList } from '../variables/OptionList';
import { Drop } from '../parts/Drop';
import styles from './DashboardsTab.module.css';

/** More than these stand in a list that can be searched. */
const MOST_TABS = 5;

const keyOf = ({ instance, uid }: DashboardSummary) => `${instance} ${uid}`;

/** `Orders / RED` needs no folder before it; titles that two have in common do. */
function titleOf(item: DashboardSummary, items: DashboardSummary[]): string {
  const shared = items.filter(({ title }) => title === item.title).length > 1;
  const before = item.folder?.title ?? item.instance;
  return shared ? `${before}: ${item.title}` : item.title;
}

/** Which dashboard is shown: tabs for a few, a list to search for many. */
export function Chooser(props: {
  items: DashboardSummary[];
  chosen?: DashboardSummary;
  linkTo(chosen: DashboardSummary): string;
}) {
  const { items, chosen, linkTo } = props;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const navigate = useNavigate();
  if (items.length === 0) return null;
  if (items.length <= MOST_TABS) {
    return (
      <LinkTabs
        label="Dashboards"
        tabs={items.map(item => ({
          to: linkTo(item),
          title: titleOf(item, items),
          active: item === chosen,
        }))}
      />
    );
  }
  const pick = (key: string) => {
    setAnchor(null);
    const item = items.find(it => keyOf(it) === key);
    if (item) navigate(linkTo(item));
  };
  return (
    <div className={styles.chooser}>
      <h2>
        <Button
          aria-haspopup="listbox"
          aria-expanded={anchor !== null}
          aria-label={`Dashboard: ${chosen?.title ?? 'none'}, one of ${
            items.length
          }`}
          onClick={event => setAnchor(event.currentTarget)}
        >
          {chosen ? titleOf(chosen, items) : 'Choose a dashboard'}
          <Icon name="down" size={12} />
        </Button>
      </h2>
      <span>{items.length} dashboards</span>
      <Drop label="Dashboards" anchor={anchor} onClose={() => setAnchor(null)}>
        <OptionList
          label="Dashboards"
          offered={items.map(item => ({
            value: keyOf(item),
            text: [item.folder?.title, item.title].filter(Boolean).join(' / '),
          }))}
          chosen={chosen ? [keyOf(chosen)] : []}
          onPick={pick}
        />
      </Drop>
    </div>
  );
}
