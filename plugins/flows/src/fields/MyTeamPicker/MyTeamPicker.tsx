import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import Alert from '@mui/material/Alert';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useEffect } from 'react';
import { useMyTeams } from './useMyTeams';

/** The owner, picked from the groups of whoever asks; the only one is chosen already. */
export const MyTeamPicker = (
  props: FieldExtensionComponentProps<string, { ask?: string }>,
) => {
  const { schema, uiSchema, formData, onChange, required, disabled } = props;
  const { rawErrors = [], idSchema } = props;
  const ask = uiSchema?.['ui:options']?.ask ?? 'the platform team';
  const { value: teams, loading, error } = useMyTeams();
  const label = schema.title ?? 'Owner';
  const hint = uiSchema?.['ui:description'] ?? schema.description;
  const only = teams?.length === 1 ? teams[0].entityRef : undefined;
  const isMine = teams?.some(team => team.entityRef === formData);

  useEffect(() => {
    if (only && formData !== only) onChange(only);
    else if (teams && formData && !isMine) onChange(undefined);
  }, [only, teams, formData, isMine, onChange]);

  if (error) {
    return (
      <Alert severity="error">
        Your teams could not be read: {error.message} Reload the page; if it
        stays so, tell {ask}.
      </Alert>
    );
  }
  if (teams?.length === 0) {
    return (
      <Alert severity="warning">
        <strong>You belong to no team yet</strong>, so nobody would own what
        this makes. Ask {ask} to add you to yours; it shows here within a few
        minutes.
      </Alert>
    );
  }
  return (
    <TextField
      select
      id={idSchema?.$id}
      label={label}
      value={isMine ? formData : ''}
      onChange={event => onChange(event.target.value)}
      required={required}
      disabled={disabled || loading || Boolean(only)}
      error={rawErrors.length > 0}
      helperText={only ? 'Your only team; it will own what this makes.' : hint}
      variant="outlined"
      margin="dense"
      fullWidth
    >
      {(teams ?? []).map(team => (
        <MenuItem key={team.entityRef} value={team.entityRef}>
          {team.title}
        </MenuItem>
      ))}
    </TextField>
  );
};
