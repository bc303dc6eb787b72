import { useApi } from '@backstage/frontend-plugin-api';
import type { VariableView } from '@portico/plugin-grafana-common';
import { StateShape, VisuallyHidden } from '@portico/ui';
import { useCallback, useId } from 'react';
import {
  grafanaApiRef,
  type DashboardAddress,
  type DashboardQuery,
  type OptionQuery,
} from '../api/grafanaApiRef';
import { Tip } from '../frame/Tip';
import { AdHocField } from './AdHocField';
import { OptionPicker } from './OptionPicker';
import styles from './Variables.module.css';

interface Shared {
  address: DashboardAddress;
  query: DashboardQuery;
  onChange(name: string, values: string[]): void;
}

function Field({
  variable,
  label,
  address,
  query,
  onChange,
}: Shared & { variable: VariableView; label: string }) {
  const { name, type, current } = variable;
  const api = useApi(grafanaApiRef);
  const ask = useCallback(
    (wanted: OptionQuery, signal: AbortSignal) =>
      api.options(address, name, wanted, query, signal),
    [api, address, name, query],
  );
  const search = useCallback(
    (typed: string, signal: AbortSignal) => ask({ search: typed }, signal),
    [ask],
  );
  const change = (values: string[]) => onChange(name, values);
  switch (type) {
    case 'adhoc':
      return (
        <AdHocField
          variable={variable}
          label={label}
          values={ask}
          onChange={change}
        />
      );
    case 'textbox':
    case 'constant':
      return <output className={styles.fixed}>{current[0] || 'empty'}</output>;
    default:
      return (
        <OptionPicker
          variable={variable}
          label={label}
          search={search}
          onChange={change}
        />
      );
  }
}

function Variable(props: Shared & { variable: VariableView }) {
  const { variable } = props;
  const { name, label, hide, description, problem } = variable;
  const id = useId();
  const title = label || name;
  return (
    <div className={styles.variable} role="group" aria-labelledby={id}>
      {hide === 'label' ? (
        <span id={id}>
          <VisuallyHidden>{title}</VisuallyHidden>
        </span>
      ) : (
        <span id={id} className={styles.label} title={description}>
          {title}
        </span>
      )}
      <Field {...props} label={title} />
      {problem && (
        <Tip
          label={`Problem of ${title}`}
          words={`Its values could not be learnt. ${problem.message}`}
        >
          <StateShape state="degraded" />
        </Tip>
      )}
    </div>
  );
}

/** The variables of a dashboard with what is chosen of each; hidden ones take no place. */
export function VariablesBar(props: Shared & { variables: VariableView[] }) {
  const { variables, ...shared } = props;
  const shown = variables.filter(({ hide }) => hide !== 'variable');
  if (shown.length === 0) return null;
  return (
    <div className={styles.bar} role="group" aria-label="Variables">
      {shown.map(variable => (
        <Variable key={variable.name} variable={variable} {...shared} />
      ))}
    </div>
  );
}
