import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { Button } from '@portico/ui';
import { useState } from 'react';

/** Asks for the reason before what was asked is taken back. */
export function WithdrawDialog(props: {
  title: string;
  open: boolean;
  busy: boolean;
  failure?: string;
  onClose(): void;
  onWithdraw(comment?: string): void;
}) {
  const { title, open, busy, failure, onClose, onWithdraw } = props;
  const [comment, setComment] = useState('');
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="withdraw" fullWidth>
      <DialogTitle id="withdraw">Withdraw {title}?</DialogTitle>
      <DialogContent>
        <DialogContentText>
          Nobody can approve it any more and its task stops. What the task has
          made is removed.
        </DialogContentText>
        <TextField
          label="Why (may be left out)"
          value={comment}
          onChange={event => setComment(event.target.value)}
          margin="normal"
          fullWidth
          multiline
        />
        {failure && (
          <DialogContentText role="alert" color="error">
            {failure}
          </DialogContentText>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Let it wait</Button>
        <Button
          look="danger"
          disabled={busy}
          onClick={() => onWithdraw(comment.trim() || undefined)}
        >
          Withdraw
        </Button>
      </DialogActions>
    </Dialog>
  );
}
