import type {
  DataFrame,
  Field,
  InterpolateFunction,
  ScopedVars,
} from '@grafana/data';
import { interpolate, type Interpolation } from '../../variables/interpolate';
import { grafanaData } from './library';

const MACRO =
  /\$\{__(field|series|calc)(?:\.([^}:]+))?(?::[^}]*)?\}|\$__calc\b/g;

/**
 * Fills in variables of the dashboard, and those that are about a field, as `${__field.labels.job}`.
 * https://grafana.com/docs/grafana/latest/panels-visualizations/configure-standard-options/#display-name
 */
export function replaceVariablesWith(
  texts: Interpolation,
): InterpolateFunction {
  return (text, scopedVars = {}, format) => {
    if (!text.includes('$') && !text.includes('[[')) return text;
    return interpolate(
      text.replace(MACRO, (whole, kind = 'calc', path?: string) =>
        write(macro(kind, path, scopedVars) ?? whole, format),
      ),
      texts,
    );
  };
}

function write(value: string, format: unknown): string {
  return format === 'uriencode' ? encodeURIComponent(value) : value;
}

function macro(
  kind: string,
  path: string | undefined,
  scopedVars: ScopedVars,
): string | undefined {
  if (kind === 'calc') {
    const calc = scopedVars.__calc?.value;
    return calc === undefined ? undefined : String(calc);
  }
  const context = scopedVars.__dataContext?.value;
  if (!context) return undefined;
  const { frame, frameIndex, field, data } = context;
  if (kind === 'series') {
    return path === undefined || path === 'name'
      ? grafanaData().getFrameDisplayName(frame, frameIndex)
      : '';
  }
  return field && fieldFact(path, field, frame, data);
}

/** A part of a field, or its name with labels where none is named. */
function fieldFact(
  path: string | undefined,
  field: Field,
  frame: DataFrame,
  all: DataFrame[] | undefined,
): string {
  const { formatLabels, getFieldDisplayName } = grafanaData();
  const { labels = {} } = field;
  switch (path) {
    case 'name':
      return field.name;
    case undefined:
    case 'displayName':
      return getFieldDisplayName({ ...field, state: {} }, frame, all);
    case 'labels':
    case 'formattedLabels':
      return formatLabels(labels, '', true);
    case 'labels.__values':
      return Object.values(labels).sort().join(', ');
    default: {
      const label = /^labels(?:\.(.+)|\["(.+)"\])$/.exec(path);
      const name = label?.[1] ?? label?.[2];
      return name !== undefined && Object.hasOwn(labels, name)
        ? labels[name]
        : '';
    }
  }
}
