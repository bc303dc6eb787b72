import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { HealthUnit } from '@portico/plugin-health-common';
import type { OwnQuery } from './PrometheusSettings';

const PATH = 'health.prometheus.queries';
const ID = /^[a-zA-Z0-9-]+$/;
const UNITS: readonly HealthUnit[] = [
  'ratio',
  'seconds',
  'perSecond',
  'count',
  'bytes',
  'multiple',
];

/** @throws InputError that says which entry is wrong */
export function readOwnQueries(
  section: Config | undefined,
  serviceLabel: string,
): OwnQuery[] {
  const queries = (section?.getOptionalConfigArray('queries') ?? []).map(
    config => readOwnQuery(config, serviceLabel),
  );
  const ids = queries.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    throw new InputError(`${PATH} has two entries with the id '${twice}'.`);
  }
  return queries;
}

function readOwnQuery(config: Config, serviceLabel: string): OwnQuery {
  const id = config.getString('id');
  if (!ID.test(id)) {
    throw new InputError(
      `${PATH}: the id '${id}' may have letters, digits and dashes only.`,
    );
  }
  const text = config.getOptionalString('unit') ?? 'count';
  const unit = UNITS.find(it => it === text);
  if (!unit) {
    throw new InputError(
      `${PATH}: '${id}' has the unit '${text}'; there are ${UNITS.join(', ')}.`,
    );
  }
  return {
    id,
    title: config.getString('title'),
    query: config.getString('query'),
    label: config.getOptionalString('label') ?? serviceLabel,
    unit,
    degradedFrom: config.getOptionalNumber('degradedFrom'),
    failingFrom: config.getOptionalNumber('failingFrom'),
  };
}
