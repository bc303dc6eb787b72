import { Section, TextLink } from '@portico/ui';
import { AnomalyList } from '../../parts/anomalies/AnomalyList';
import { NotCurrent } from '../../parts/NoCost';
import { Pending } from '../frame/Pending';
import { toneOf } from '../frame/toneOf';
import { usePageLinks } from '../frame/usePageLinks';
import { NOT_LOOKED } from '../frame/notLooked';
import { useAnomalies } from './useAnomalies';

const SHOWN = 4;

/** The costliest open anomalies, beside who spends it. */
export function AnomaliesAside() {
  const live = useAnomalies();
  const { value, error, reload } = live;
  const linkTo = usePageLinks();
  if (!value) return <Pending live={live} title="Anomalies" rows={3} />;
  const open = value.items.filter(({ state }) => state === 'open');
  return (
    <Section
      title="Anomalies"
      tone={toneOf(error, false)}
      meta={
        <TextLink to={linkTo('anomalies')}>
          {open.length > 0 ? `${open.length} open` : 'All'}
        </TextLink>
      }
    >
      <NotCurrent error={error} retry={reload} />
      {open.length === 0 && (
        <p>
          {value.basis.lookedAt
            ? 'Nothing costs more than is usual.'
            : NOT_LOOKED}
        </p>
      )}
      <AnomalyList
        anomalies={open.slice(0, SHOWN)}
        currency={value.basis.currency}
        named
        onResolved={reload}
      />
    </Section>
  );
}
