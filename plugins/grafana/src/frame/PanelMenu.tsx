import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { PanelView } from '@portico/plugin-grafana-common';
import { Button, Icon } from '@portico/ui';
import { useState, type ReactNode } from 'react';
import { CLEAR } from '../parts/Drop';
import styles from './PanelFrame.module.css';
import { panelName } from './panelWords';

/** What can be done with a panel; what is left out is not offered. */
export interface PanelActions {
  asTable?: boolean;
  toggleTable?(): void;
  copyCsv?(): void;
  copyPng?(): void;
  reload?(): void;
}

/** The menu of a panel: its ways to Grafana, its numbers, copies, and to read it again. */
export function PanelMenu(props: { panel: PanelView; actions: PanelActions }) {
  const { panel, actions } = props;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  const link = (href: string, words: ReactNode) => (
    <MenuItem
      component="a"
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      onClick={close}
    >
      {words}
    </MenuItem>
  );
  const action = (run: (() => void) | undefined, words: string) =>
    run && (
      <MenuItem
        onClick={() => {
          close();
          run();
        }}
      >
        {words}
      </MenuItem>
    );
  return (
    <span className={styles.menu} data-copy="no">
      <Button
        look="icon"
        aria-label={`Menu of ${panelName(panel)}`}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <Icon name="dots" />
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ root: { slotProps: { backdrop: CLEAR } } }}
        MenuListProps={{ dense: true, 'aria-label': panelName(panel) }}
      >
        {link(panel.url, 'Open in Grafana')}
        {panel.exploreUrl && link(panel.exploreUrl, 'Explore')}
        <Divider />
        {action(actions.toggleTable, actions.asTable ? 'Drawing' : 'Table')}
        {action(actions.copyCsv, 'Copy as CSV')}
        {action(actions.copyPng, 'Copy as PNG')}
        {action(actions.reload, 'Reload')}
      </Menu>
    </span>
  );
}
