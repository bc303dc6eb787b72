import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import type { LedgerRow, TaskView } from '../model';

function list(rows: LedgerRow[]): string {
  return rows
    .map(row => `${row.kind.toLocaleLowerCase('en-US')} ${row.name}`)
    .join(', ');
}

/** Asks before a task is cancelled, and says what is removed then and what stays. */
export const ConfirmCancel = (props: {
  view: TaskView;
  open: boolean;
  onClose(): void;
  onConfirm(): void;
}) => {
  const { view, open, onClose, onConfirm } = props;
  const there = view.ledger.filter(row =>
    ['making', 'made', 'changed'].includes(row.outcome),
  );
  const own = there.filter(row => row.fate === 'own');
  const staying = there.filter(row => row.fate === 'stays');
  const step = view.currentStep
    ? `step ${view.currentStep.number}, ${view.currentStep.name}`
    : 'the first step';
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="confirm-cancel">
      <DialogTitle id="confirm-cancel">Cancel {view.title}?</DialogTitle>
      <DialogContent>
        <DialogContentText>
          It stops in {step}; the steps after it do not run.{' '}
          {own.length
            ? `Then what it made is removed, latest first: ${list(own)}.`
            : 'It has made nothing by now that would be removed.'}
          {staying.length ? ` This stays: ${list(staying)}.` : ''}
        </DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Let it run</Button>
        <Button color="error" variant="outlined" onClick={onConfirm}>
          Cancel and clean up
        </Button>
      </DialogActions>
    </Dialog>
  );
};
