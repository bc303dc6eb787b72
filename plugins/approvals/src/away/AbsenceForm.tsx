import { useApi } from '@backstage/frontend-plugin-api';
import DialogActions from '@mui/material/DialogActions';
import TextField from '@mui/material/TextField';
import { Button, ErrorState, useAction } from '@portico/ui';
import { useCallback, useState, type FormEvent } from 'react';
import { approvalsApiRef } from '../api/approvalsApiRef';
import styles from './away.module.css';
import { localMinute } from './localMinute';
import { PersonField } from './PersonField';
import type { Person } from './usePeople';

const DAY_MS = 86_400_000;

/** A new absence: from when until when, and who decides meanwhile. */
export function AbsenceForm(props: { onClose(): void; onGiven(): void }) {
  const { onClose, onGiven } = props;
  const api = useApi(approvalsApiRef);
  const [from, setFrom] = useState(() => localMinute(new Date()));
  const [until, setUntil] = useState(() =>
    localMinute(new Date(Date.now() + 7 * DAY_MS)),
  );
  const [person, setPerson] = useState<Person>();
  const [given, setGiven] = useState<string>();
  const { busy, failure, start } = useAction(
    useCallback(
      async (to: Person) => {
        await api.delegate({
          to: to.ref,
          startsAt: new Date(from).toISOString(),
          endsAt: new Date(until).toISOString(),
        });
        setGiven(to.name);
        setPerson(undefined);
        onGiven();
      },
      [api, from, until, onGiven],
    ),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (person) start(person);
  };
  const moment = (
    label: string,
    value: string,
    onChange: (value: string) => void,
  ) => (
    <TextField
      label={label}
      type="datetime-local"
      value={value}
      onChange={event => onChange(event.target.value)}
      InputLabelProps={{ shrink: true }}
      margin="dense"
      required
      fullWidth
    />
  );
  return (
    <form onSubmit={submit}>
      <div className={styles.span}>
        {moment('From', from, setFrom)}
        {moment('Until', until, setUntil)}
      </div>
      <PersonField value={person} onChange={setPerson} />
      <p className={styles.quiet} role="status">
        {given
          ? `${given} decides for you in that time.`
          : 'Nobody gets a right that he lacks, and never for what he asked himself.'}
      </p>
      {failure && (
        <ErrorState
          inline
          urgent
          state="failing"
          what="Nothing was set."
          why={failure}
        />
      )}
      <DialogActions disableSpacing className={styles.buttons}>
        <Button onClick={onClose}>Close</Button>
        <Button look="primary" type="submit" disabled={busy || !person}>
          Let them decide
        </Button>
      </DialogActions>
    </form>
  );
}
