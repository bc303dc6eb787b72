import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { toOptions } from './toOptions';

const KINDS = { people: 'User', teams: 'Group' };

/** A person or a team, found by name, job title or e-mail. */
export const PeoplePicker = (
  props: FieldExtensionComponentProps<
    string,
    { offer?: ('people' | 'teams')[] }
  >,
) => {
  const { schema, uiSchema, formData, onChange, required, disabled } = props;
  const { rawErrors = [], idSchema } = props;
  const { offer = ['people', 'teams'] } = uiSchema?.['ui:options'] ?? {};
  const kinds = offer.map(one => KINDS[one]).join(',');
  const catalogApi = useApi(catalogApiRef);
  const { value, loading, error } = useAsync(
    () =>
      catalogApi.getEntities({
        filter: { kind: kinds.split(',') },
        fields: ['kind', 'metadata', 'spec.profile', 'spec.type'],
      }),
    [catalogApi, kinds],
  );
  const options = useMemo(() => toOptions(value?.items ?? []), [value]);
  const hint = uiSchema?.['ui:description'] ?? schema.description;
  return (
    <Autocomplete
      id={idSchema?.$id}
      options={options}
      value={options.find(option => option.entityRef === formData) ?? null}
      onChange={(_, option) => onChange(option?.entityRef)}
      groupBy={offer.length > 1 ? option => option.group : undefined}
      getOptionLabel={option => option.title}
      getOptionKey={option => option.entityRef}
      isOptionEqualToValue={(a, b) => a.entityRef === b.entityRef}
      filterOptions={(all, { inputValue }) => {
        const words = inputValue.toLowerCase().split(/\s+/);
        return all.filter(({ title, detail }) =>
          words.every(word =>
            `${title} ${detail}`.toLowerCase().includes(word),
          ),
        );
      }}
      renderOption={({ key, ...item }, option) => (
        <Box component="li" key={key} {...item}>
          <span>
            {option.title}
            {option.detail && (
              <Typography
                component="span"
                variant="body2"
                color="text.secondary"
                display="block"
              >
                {option.detail}
              </Typography>
            )}
          </span>
        </Box>
      )}
      loading={loading}
      disabled={disabled}
      noOptionsText="Nobody of this name is in the catalog."
      renderInput={params => (
        <TextField
          {...params}
          label={schema.title}
          required={required}
          error={rawErrors.length > 0 || Boolean(error)}
          helperText={
            error ? `The catalog could not be read: ${error.message}` : hint
          }
          variant="outlined"
          margin="dense"
        />
      )}
    />
  );
};
