import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import type { TaskView } from '../model';
import { leftBehind } from '../model';

/** Asks before a task is cancelled and says what exists by then. */
export const ConfirmCancel = (props: {
  view: TaskView;
  open: boolean;
  onClose(): void;
  onConfirm(): void;
}) => {
  const { view, open, onClose, onConfirm } = props;
  const made = leftBehind(view.ledger);
  const step = view.currentStep
    ? `step ${view.currentStep.number}, ${view.currentStep.name}`
    : 'the first step';
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="confirm-cancel">
      <DialogTitle id="confirm-cancel">Cancel {view.title}?</DialogTitle>
      <DialogContent>
        <DialogContentText>
          It stops in {step}; the steps after it do not run.{' '}
          {made.length
            ? `There by now: ${made
                .map(
                  row => `${row.kind.toLocaleLowerCase('en-US')} ${row.name}`,
                )
                .join(', ')}. The table on this page says what becomes of each.`
            : 'Nothing has been made by now.'}
        </DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Let it run</Button>
        <Button color="error" variant="outlined" onClick={onConfirm}>
          Cancel the task
        </Button>
      </DialogActions>
    </Dialog>
  );
};
