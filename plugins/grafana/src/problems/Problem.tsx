import { Button, ButtonLink, ErrorState, TextLink } from '@portico/ui';
import { Fragment, type ReactNode } from 'react';
import { useRange } from '../range/RangeContext';
import { spanOf } from '../range/TimeRange';
import { problemWords, type Remedy } from './problemWords';

/** Where a problem's ways out lead; what is absent is not offered. */
export interface WaysOut {
  /** Address in Grafana. */
  url?: string;
  exploreUrl?: string;
  ownRange?(): void;
  ownValues?(): void;
  otherDashboards?: string;
}

/** Shorter by this much is worth another try. */
const NARROWER = 4;

function Narrow() {
  const { range, adjustable, zoom } = useRange();
  const span = spanOf(range);
  if (!adjustable || !span) return null;
  const narrower = () =>
    zoom(span.to - (span.to - span.from) / NARROWER, span.to);
  return <Button onClick={narrower}>Show the last quarter</Button>;
}

function remedyOf(remedy: Remedy, ways: WaysOut): ReactNode {
  switch (remedy) {
    case 'open':
      return ways.url && <TextLink to={ways.url}>Open in Grafana</TextLink>;
    case 'explore':
      return (
        ways.exploreUrl && <TextLink to={ways.exploreUrl}>Explore</TextLink>
      );
    case 'own-range':
      return (
        ways.ownRange && (
          <Button onClick={ways.ownRange}>
            Show the dashboard’s own range
          </Button>
        )
      );
    case 'own-values':
      return (
        ways.ownValues && (
          <Button onClick={ways.ownValues}>
            Use the dashboard’s own values
          </Button>
        )
      );
    case 'other-dashboard':
      return (
        ways.otherDashboards && (
          <ButtonLink to={ways.otherDashboards}>See what there is</ButtonLink>
        )
      );
    default:
      return <Narrow />;
  }
}

/**
 * Why something can't be shown, and what helps. With `showing`, one line over what is still shown, which says from
 * when that is.
 */
export function Problem(props: {
  error: Error;
  ways: WaysOut;
  retry(): void;
  /** Clock time of the older picture below. */
  showing?: string;
}) {
  const { error, ways, retry, showing } = props;
  const { what, why, state, retry: helps, remedies } = problemWords(error);
  const actions = remedies.map(remedy => (
    <Fragment key={remedy}>{remedyOf(remedy, ways)}</Fragment>
  ));
  return showing ? (
    <ErrorState
      inline
      state="stale"
      what={`${what}; showing ${showing}.`}
      why={why}
      retry={helps ? retry : undefined}
    />
  ) : (
    <ErrorState
      what={what}
      why={why}
      state={state}
      retry={helps ? retry : undefined}
      action={actions}
    />
  );
}
