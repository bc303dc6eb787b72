import { useApi } from '@backstage/frontend-plugin-api';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import type { AnomalyView } from '@portico/plugin-cost-common';
import { Button, ErrorState, useAction } from '@portico/ui';
import { useCallback, useId, useState, type FormEvent } from 'react';
import { costApiRef } from '../../api/costApiRef';

/** Asks why an anomaly is as it should be, and says what saying so does. */
export function ResolveDialog(props: {
  anomaly: AnomalyView;
  onClose(): void;
  onResolved(): void;
}) {
  const { anomaly, onClose, onResolved } = props;
  const { id, title } = anomaly;
  const api = useApi(costApiRef);
  const heading = useId();
  const [reason, setReason] = useState('');
  const { busy, failure, start } = useAction(
    useCallback((why: string) => api.resolveAnomaly(id, why), [api, id]),
  );
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (await start(reason.trim())) onResolved();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} fullWidth>
      <form onSubmit={send}>
        <DialogTitle id={heading}>Is the cost of {title} known?</DialogTitle>
        <DialogContent>
          <DialogContentText>
            It is then no longer listed as open. Your name and the reason are
            kept with it.
          </DialogContentText>
          <TextField
            label="Why it is as it should be"
            value={reason}
            onChange={event => setReason(event.target.value)}
            margin="normal"
            inputProps={{ maxLength: 1000 }}
            required
            fullWidth
            multiline
          />
          {failure && (
            <ErrorState
              inline
              urgent
              state="failing"
              what="Nothing was changed."
              why={failure}
            />
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            type="submit"
            disabled={busy || reason.trim() === ''}
          >
            It is known
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
