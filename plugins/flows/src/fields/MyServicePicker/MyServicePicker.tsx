import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import Alert from '@mui/material/Alert';
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useEffect, useState, type HTMLAttributes, type Key } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useServices } from './useServices';

type Props = HTMLAttributes<HTMLLIElement>;

/**
 * A service, picked from those that the viewer's teams own. A link with `?entity=component:default/orders`
 * chooses it already, also one of another team: the flow then says whether it may be changed.
 */
export const MyServicePicker = (
  props: FieldExtensionComponentProps<string, { all?: boolean }>,
) => {
  const { schema, uiSchema, formData, onChange, required, disabled } = props;
  const { rawErrors = [], idSchema } = props;
  const [search] = useSearchParams();
  const wanted = search.get('entity') ?? undefined;
  const [wasPreset, setWasPreset] = useState(false);
  const all = uiSchema?.['ui:options']?.all ?? wanted !== undefined;
  const { value: services, loading, error } = useServices({ all });
  const hint = uiSchema?.['ui:description'] ?? schema.description;
  const chosen = services?.find(({ entityRef }) => entityRef === formData);

  useEffect(() => {
    if (wasPreset || !services) return;
    setWasPreset(true);
    const preset = services.find(({ entityRef }) => entityRef === wanted);
    if (!formData && preset) onChange(preset.entityRef);
  }, [services, wanted, wasPreset, formData, onChange]);

  if (error) {
    return (
      <Alert severity="error">
        The services could not be read: {error.message} Reload the page.
      </Alert>
    );
  }
  if (services?.length === 0) {
    return (
      <Alert severity="warning">
        <strong>Your teams own no service yet.</strong> Create one first, or ask
        the team that owns it to start this.
      </Alert>
    );
  }
  return (
    <Autocomplete
      id={idSchema?.$id}
      options={services ?? []}
      value={chosen ?? null} // MUI's way to say that nothing is chosen
      onChange={(_event, service) => onChange(service?.entityRef)}
      getOptionLabel={({ title }) => title}
      isOptionEqualToValue={(a, b) => a.entityRef === b.entityRef}
      loading={loading}
      disabled={disabled || loading}
      renderOption={(
        { key: _key, ...optionProps }: { key?: Key } & Props,
        { entityRef, title, owner },
      ) => (
        <li key={entityRef} {...optionProps}>
          {title}
          <span style={{ marginInlineStart: 'auto', opacity: 0.7 }}>
            {owner}
          </span>
        </li>
      )}
      renderInput={params => (
        <TextField
          {...params}
          label={schema.title ?? 'Service'}
          helperText={chosen?.description ?? hint}
          required={required}
          error={rawErrors.length > 0}
          variant="outlined"
          margin="dense"
        />
      )}
    />
  );
};
