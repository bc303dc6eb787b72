import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { CostSourceStanding } from '@portico/plugin-cost-common';
import { Button, useAction } from '@portico/ui';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useCallback } from 'react';
import { costApiRef } from '../../api/costApiRef';
import { priceWords } from './priceWords';

/** Says what collecting now costs, before it is done. */
export function CollectDialog(props: {
  source: CostSourceStanding;
  onClose(): void;
  onCollected(): void;
}) {
  const { source, onClose, onCollected } = props;
  const api = useApi(costApiRef);
  const toastApi = useApi(toastApiRef);
  const { busy, failure, start } = useAction(
    useCallback(() => api.collect(source.id), [api, source.id]),
  );
  const price = priceWords(source);
  const collect = async () => {
    if (!(await start())) return;
    toastApi.post({
      title: `${source.title} is being collected`,
      status: 'info',
      timeout: 4000,
    });
    onCollected();
  };
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={onClose}
      aria-labelledby="collect-title"
    >
      <DialogTitle id="collect-title">Collect {source.title} now</DialogTitle>
      <DialogContent>
        <DialogContentText>
          It is collected by itself once a day.{' '}
          {price
            ? `Asking now takes ${price}.`
            : 'What asking now costs is not known.'}{' '}
          Days that are known are replaced, so nothing counts twice.
        </DialogContentText>
        {failure && (
          <DialogContentText role="alert" color="error">
            {failure}
          </DialogContentText>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" disabled={busy} onClick={collect}>
          Collect now
        </Button>
      </DialogActions>
    </Dialog>
  );
}
