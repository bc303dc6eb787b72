import { labelled } from '../query/Part';
import type { SignalContext } from '../signals/SignalContext';
import type { Line } from './Drawing';

/** Own queries that give a share, of this entity alone. */
export function ownLines({
  target,
  environment,
  settings,
  instance,
}: SignalContext): Line[] {
  const { environmentLabel } = settings;
  const isImplied =
    (instance.environment ?? settings.environment) === environment;
  return settings.queries
    .filter(({ unit }) => unit === 'ratio')
    .map(({ title, query, label }) => {
      const said = target.matchers.find(
        it => it.label === label && it.operator === '=',
      )?.value;
      const entity = labelled('vector(1)', label, said ?? target.name);
      const places = isImplied ? ['', environment] : [environment];
      const any = places
        .map(it => (it ? labelled(entity, environmentLabel, it) : entity))
        .join(' or ');
      return {
        name: title,
        query: `max ((\n${query}\n) and on (${label}, ${environmentLabel}) (${any}))`,
      };
    });
}
