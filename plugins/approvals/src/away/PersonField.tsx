import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { usePeople, type Person } from './usePeople';
import styles from './away.module.css';

/** Chooses a person of the catalog; one's own teams are offered first. */
export function PersonField(props: {
  value?: Person;
  onChange(person?: Person): void;
}) {
  const { value, onChange } = props;
  const [words, setWords] = useState('');
  const { people, error } = usePeople(words);
  return (
    <Autocomplete
      size="small"
      value={value ?? null}
      options={people}
      filterOptions={options => options}
      getOptionLabel={({ name }) => name}
      isOptionEqualToValue={(a, b) => a.ref === b.ref}
      noOptionsText={error ? 'The catalog has not answered' : 'Nobody found'}
      onChange={(_, person) => onChange(person ?? undefined)}
      onInputChange={(_, text, reason) =>
        setWords(reason === 'input' ? text.trim() : '')
      }
      renderOption={(option, { ref, name, teams }) => (
        <li {...option} key={ref}>
          <span>
            {name} <span className={styles.quiet}>{teams}</span>
          </span>
        </li>
      )}
      renderInput={input => (
        <TextField
          {...input}
          label="Who decides meanwhile"
          helperText="Somebody who has the right as well, as a member of one of your groups."
          margin="dense"
          required
        />
      )}
    />
  );
}
