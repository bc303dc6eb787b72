import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Button, Icon, saveFile, useAction } from '@portico/ui';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useCallback, useState } from 'react';
import { costApiRef, type ExportQuery } from '../../api/costApiRef';
import type { PageQuery } from './usePageQuery';

const FORMATS: { format: ExportQuery['format']; title: string }[] = [
  { format: 'csv', title: 'CSV, a line for each day and charge' },
  { format: 'focus', title: 'FOCUS 1.2, for other tools' },
];

/** Saves the month as a file: all that its reader may see, and nothing else. */
export function ExportMenu(props: {
  query: PageQuery;
  month: string;
  /** Of this entity alone. */
  entityRef?: string;
}) {
  const { query, month, entityRef } = props;
  const api = useApi(costApiRef);
  const toastApi = useApi(toastApiRef);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const { busy, failure, start } = useAction(
    useCallback(
      async (format: ExportQuery['format']) => {
        const file = await api.export({
          ...query,
          month,
          format,
          entityRef,
        });
        saveFile(`cost-${month}-${format}.csv`, file);
        toastApi.post({
          title: `Costs of ${month} are saved`,
          status: 'success',
          timeout: 3000,
        });
      },
      [api, query, month, entityRef, toastApi],
    ),
  );
  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        disabled={busy}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {busy ? 'Exporting' : 'Export'}
        <Icon name="down" size={12} />
      </Button>
      {failure && <span role="alert">Not exported: {failure}</span>}
      <Menu
        anchorEl={anchor}
        open={Boolean(anchor)}
        onClose={() => setAnchor(undefined)}
      >
        {FORMATS.map(({ format, title }) => (
          <MenuItem
            key={format}
            dense
            onClick={() => {
              setAnchor(undefined);
              start(format);
            }}
          >
            {title}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
