import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Button, Icon } from '@portico/ui';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { TaskActions } from './useTaskActions';

/** What is needed less often. */
export const TaskMenu = (props: {
  actions: TaskActions;
  over: boolean;
  /** Whether what it made is removed, so that it cannot go on from where it was. */
  cleaned: boolean;
  onDownload(): void;
}) => {
  const { actions, over, cleaned, onDownload } = props;
  const [anchor, setAnchor] = useState<HTMLElement>();
  const toastApi = useApi(toastApiRef);
  const navigate = useNavigate();
  const copyLink = async () => {
    await navigator.clipboard.writeText(window.location.href);
    toastApi.post({ title: 'Link copied', status: 'success', timeout: 2000 });
  };
  const entries: { label: string; run?: () => void }[] = [
    { label: 'Try again', run: over && !cleaned ? actions.retry : undefined },
    { label: 'Start over with these values', run: actions.startOver },
    { label: 'Download the log', run: onDownload },
    { label: 'Copy the link', run: copyLink },
    { label: 'All tasks', run: () => navigate('..', { relative: 'path' }) },
  ];
  return (
    <>
      <Button
        look="icon"
        aria-label="More"
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <Icon name="dots" />
      </Button>
      <Menu
        anchorEl={anchor}
        open={Boolean(anchor)}
        onClose={() => setAnchor(undefined)}
      >
        {entries
          .filter(entry => entry.run)
          .map(entry => (
            <MenuItem
              key={entry.label}
              dense
              onClick={() => {
                setAnchor(undefined);
                entry.run?.();
              }}
            >
              {entry.label}
            </MenuItem>
          ))}
      </Menu>
    </>
  );
};
