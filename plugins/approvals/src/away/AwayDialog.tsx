import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useDelegations } from '../hooks/useDelegations';
import { AbsenceForm } from './AbsenceForm';
import { Absences } from './Absences';

/** Who decides while one is away: what is given and received, and a new absence. */
export function AwayDialog(props: { onClose(): void }) {
  const { onClose } = props;
  const live = useDelegations();
  return (
    <Dialog open onClose={onClose} aria-labelledby="away" fullWidth>
      <DialogTitle id="away">While I am away</DialogTitle>
      <DialogContent>
        <Absences live={live} />
        <AbsenceForm onClose={onClose} onGiven={live.reload} />
      </DialogContent>
    </Dialog>
  );
}
