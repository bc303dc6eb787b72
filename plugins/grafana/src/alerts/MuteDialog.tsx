import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import type {
  GrafanaAlertRule,
  SilenceRequest,
} from '@portico/plugin-grafana-common';
import { Button, ErrorState, Toggle } from '@portico/ui';
import { useId, useState, type FormEvent } from 'react';

const DURATIONS = [
  { value: '30', title: '30 min' },
  { value: '120', title: '2 h' },
  { value: '480', title: '8 h' },
];

/** Asks how long and why before a rule is muted. */
export function MuteDialog(props: {
  rule: GrafanaAlertRule;
  busy: boolean;
  failure?: string;
  onClose(): void;
  onSend(request: SilenceRequest): void;
}) {
  const { rule, busy, failure, onClose, onSend } = props;
  const [comment, setComment] = useState('');
  const [minutes, setMinutes] = useState(DURATIONS[0].value);
  const heading = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend({
      instance: rule.instance,
      ruleUid: rule.uid!,
      minutes: Number(minutes),
      comment: comment.trim(),
    });
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} fullWidth>
      <form onSubmit={send}>
        <DialogTitle id={heading}>Mute {rule.name}?</DialogTitle>
        <DialogContent>
          <DialogContentText gutterBottom>
            Nobody is told of it meanwhile. It goes on being watched, and the
            silence can be ended here.
          </DialogContentText>
          <Toggle
            label="For how long"
            choices={DURATIONS}
            pressed={[minutes]}
            onToggle={setMinutes}
          />
          <TextField
            label="Why"
            value={comment}
            onChange={event => setComment(event.target.value)}
            margin="normal"
            inputProps={{ maxLength: 500 }}
            required
            fullWidth
            multiline
          />
          {failure && (
            <ErrorState
              inline
              urgent
              state="failing"
              what="It is not muted."
              why={failure}
            />
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={busy}>
            Mute
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
