import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type {
  ResponseOffer,
  ResponseRequest,
} from '@portico/plugin-health-common';
import { Button, ErrorState } from '@portico/ui';
import { useId, useState, type FormEvent } from 'react';

const DURATIONS = [
  { minutes: 30, words: '30 minutes' },
  { minutes: 60, words: '1 hour' },
  { minutes: 120, words: '2 hours' },
  { minutes: 480, words: '8 hours' },
  { minutes: 1440, words: '1 day' },
];

/** Asks what a response needs, and says what it will do, before anything is done. */
export function ResponseDialog(props: {
  offer: ResponseOffer;
  busy: boolean;
  failure?: string;
  onClose(): void;
  onSend(request: ResponseRequest): void;
}) {
  const { offer, busy, failure, onClose, onSend } = props;
  const { id, title, text, kind, input = [] } = offer;
  const [comment, setComment] = useState('');
  const [minutes, setMinutes] = useState(60);
  const heading = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend({
      id,
      ...(input.includes('comment') && { comment: comment.trim() }),
      ...(input.includes('duration') && { durationMinutes: minutes }),
    });
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} fullWidth>
      <form onSubmit={send}>
        <DialogTitle id={heading}>{title}?</DialogTitle>
        <DialogContent>
          {text && <DialogContentText>{text}</DialogContentText>}
          {input.includes('duration') && (
            <TextField
              select
              label="For how long"
              value={minutes}
              onChange={event => setMinutes(Number(event.target.value))}
              margin="normal"
              fullWidth
            >
              {DURATIONS.map(one => (
                <MenuItem key={one.minutes} value={one.minutes}>
                  {one.words}
                </MenuItem>
              ))}
            </TextField>
          )}
          {input.includes('comment') && (
            <TextField
              label={kind === 'page' ? 'What is wrong' : 'Why'}
              value={comment}
              onChange={event => setComment(event.target.value)}
              margin="normal"
              inputProps={{ maxLength: 1000 }}
              required
              fullWidth
              multiline
            />
          )}
          {failure && (
            <ErrorState
              inline
              urgent
              state="failing"
              what="Nothing was done."
              why={failure}
            />
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={busy}>
            {title}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
