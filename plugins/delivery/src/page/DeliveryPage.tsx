import {
  EmptyState,
  ErrorState,
  errorWords,
  FreshnessLine,
  Page,
  Time,
  Toggle,
  Waiting,
} from '@portico/ui';
import { useSearchParams } from 'react-router-dom';
import type { GroupBy } from '../api/deliveryApiRef';
import { useOverview } from '../hooks/useOverview';
import { Figures } from './Figures';

const PERIODS = [
  { value: '28', title: '28 days' },
  { value: '90', title: '90 days' },
];

/** How fast and how safely changes reach production, against the targets. */
export function DeliveryPage() {
  const [parameters, setParameters] = useSearchParams();
  const days =
    PERIODS.find(({ value }) => value === parameters.get('days'))?.value ??
    '28';
  const by: GroupBy = parameters.get('by') === 'system' ? 'system' : 'owner';
  const { value, error, reload } = useOverview(Number(days), by);
  const choose = (change: { days?: string; by?: GroupBy }) =>
    setParameters({ days, by, ...change }, { replace: true });
  return (
    <Page
      title="Delivery"
      actions={
        <>
          {value?.asOf && (
            <FreshnessLine kind={error ? 'stale' : undefined}>
              <span>
                Collected <Time at={value.asOf} form="zoned" />
              </span>
            </FreshnessLine>
          )}
          <Toggle
            label="Period"
            choices={PERIODS}
            pressed={[days]}
            onToggle={chosen => choose({ days: chosen })}
          />
        </>
      }
    >
      {error && (
        <ErrorState
          inline={Boolean(value)}
          state={value ? 'stale' : 'unknown'}
          what="Delivery has not answered."
          why={errorWords(error)}
          retry={reload}
        />
      )}
      {!value && !error && <Waiting rows={8} what="delivery figures" />}
      {value && !value.asOf && (
        <EmptyState
          what="Nothing was collected yet"
          why="Deployments, commits and outages are collected every two minutes; the first figures follow within a minute of the start."
        />
      )}
      {value?.asOf && (
        <Figures overview={value} by={by} onBy={it => choose({ by: it })} />
      )}
    </Page>
  );
}
