import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { NameAvailability } from '@portico/plugin-flows-common';
import Link from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import { takenSentence, unknownSentence } from './describeCheck';
import { useNameCheck, type NameCheck } from './useNameCheck';

const Answer = (props: { answer: NameAvailability }) => {
  const { answer } = props;
  const url = answer.taken.find(place => place.url)?.url;
  const unknown = unknownSentence(answer);
  return (
    <>
      {answer.free ? (
        <span style={{ color: 'var(--portico-ok, #256e3b)' }}>
          ✓ {answer.name} is free
        </span>
      ) : (
        <>
          {takenSentence(answer)}{' '}
          {url ? (
            <Link href={url} target="_blank" rel="noreferrer">
              Look at it
            </Link>
          ) : null}
        </>
      )}
      {unknown ? (
        <span style={{ color: 'var(--portico-warn, #8a5200)' }}>
          {'; but '}
          {unknown}
        </span>
      ) : null}
    </>
  );
};

function wordsFor(check: NameCheck, hint: ReactNode): ReactNode {
  switch (check.state) {
    case 'malformed':
      return check.reason;
    case 'asking':
      return 'Asking whether it is free…';
    case 'answered':
      return <Answer answer={check.answer} />;
    case 'unknown':
      return `Whether it is free could not be asked: ${check.reason}. You can go on; the task checks again before it makes anything.`;
    default:
      return hint;
  }
}

/** A service name that is checked as it is typed. */
export const ServiceName = (props: FieldExtensionComponentProps<string>) => {
  const { schema, uiSchema, formData, onChange, required, disabled, idSchema } =
    props;
  const { rawErrors = [], placeholder } = props;
  const name = formData ?? '';
  const check = useNameCheck(name);
  const isTaken = check.state === 'answered' && !check.answer.free;
  const hint = uiSchema?.['ui:description'] ?? schema.description;
  // The form shows what its own validation found under the field; it is not said twice.
  const said = rawErrors.length > 0 && (isTaken || check.state === 'malformed');
  return (
    <TextField
      id={idSchema?.$id}
      label={schema.title ?? 'Name'}
      value={name}
      onChange={event => onChange(event.target.value)}
      required={required}
      disabled={disabled}
      placeholder={placeholder || undefined}
      error={isTaken || check.state === 'malformed' || rawErrors.length > 0}
      helperText={said ? hint : wordsFor(check, hint)}
      FormHelperTextProps={{ role: 'status', 'aria-live': 'polite' }}
      inputProps={{
        autoCapitalize: 'none',
        autoComplete: 'off',
        spellCheck: false,
      }}
      variant="outlined"
      margin="dense"
      fullWidth
    />
  );
};
