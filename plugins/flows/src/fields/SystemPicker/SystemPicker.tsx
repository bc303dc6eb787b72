import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useMemo } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { rankSystems } from './rankSystems';

/** The system that the service belongs to; those near the chosen owner come first. */
export const SystemPicker = (
  props: FieldExtensionComponentProps<string, { ownerField?: string }>,
) => {
  const { schema, uiSchema, formData, onChange, required, disabled } = props;
  const { rawErrors = [], idSchema, formContext } = props;
  const ownerField = uiSchema?.['ui:options']?.ownerField ?? 'owner';
  const owner: unknown = formContext?.formData?.[ownerField];
  const catalogApi = useApi(catalogApiRef);
  const { value, loading, error } = useAsync(
    () =>
      catalogApi.getEntities({
        filter: { kind: 'System' },
        fields: ['kind', 'metadata', 'spec.owner', 'spec.domain'],
      }),
    [catalogApi],
  );
  const options = useMemo(
    () =>
      rankSystems(
        value?.items ?? [],
        typeof owner === 'string' ? owner : undefined,
      ),
    [value, owner],
  );
  const hint = uiSchema?.['ui:description'] ?? schema.description;
  return (
    <Autocomplete
      id={idSchema?.$id}
      options={options}
      value={options.find(option => option.entityRef === formData) ?? null}
      onChange={(_, option) => onChange(option?.entityRef)}
      groupBy={option => option.group}
      getOptionLabel={option => option.title}
      getOptionKey={option => option.entityRef}
      isOptionEqualToValue={(a, b) => a.entityRef === b.entityRef}
      loading={loading}
      disabled={disabled}
      noOptionsText={
        value?.items.length === 0
          ? 'There are no systems in the catalog yet.'
          : 'No system has this name.'
      }
      renderInput={params => (
        <TextField
          {...params}
          label={schema.title ?? 'System'}
          required={required}
          error={rawErrors.length > 0 || Boolean(error)}
          helperText={
            error ? `The systems could not be read: ${error.message}` : hint
          }
          variant="outlined"
          margin="dense"
        />
      )}
    />
  );
};
