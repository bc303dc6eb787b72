import { FreshnessLine, Time } from '@portico/ui';
import { useStale } from '../hooks/useStale';
import { useVerdict } from '../hooks/useVerdict';
import type { HealthVerdict } from '@portico/plugin-health-common';

function Line(props: { verdict: HealthVerdict; error?: Error }) {
  const { verdict, error } = props;
  const stale = useStale(verdict, error);
  return (
    <FreshnessLine kind={stale ? 'stale' : 'live'} title={stale?.words}>
      <span>
        {stale ? 'As of' : 'Live · as of'}{' '}
        <Time at={verdict.asOf} form="zoned" />
      </span>
    </FreshnessLine>
  );
}

/** "Live · as of 14:02:31 UTC": when the page's health was collected. */
export function HealthFreshness() {
  const { value, error } = useVerdict();
  return value ? <Line verdict={value} error={error} /> : null;
}
