import type { HealthOverview } from '@portico/plugin-health-common';
import {
  ErrorState,
  errorWords,
  formatClock,
  formatLasting,
  Section,
  StateShape,
  useNow,
  type Live,
} from '@portico/ui';
import { SourceList } from '../../parts/SourceList';
import { toneOf } from '../../parts/stateWords';
import { Strip } from '../../parts/Strip';
import { isStale } from '../isStale';
import { lateness } from '../lateness';
import { sentenceOf } from './sentence';
import styles from './VerdictSection.module.css';

const HALF_MINUTE = 30_000;

/** Why what is shown may not be so any more. */
function NotCurrent(props: { live: Live<HealthOverview>; late?: number }) {
  const { live, late } = props;
  const { value, error, reload } = live;
  if (!value?.asOf || !(error || late)) return null;
  const asOf = formatClock(new Date(value.asOf));
  return (
    <ErrorState
      inline
      state="stale"
      what={
        error
          ? `No answer; showing ${asOf}.`
          : `Nothing collected for ${formatLasting(
              late ?? 0,
            )}; showing ${asOf}.`
      }
      why={
        error
          ? errorWords(error)
          : 'The scheduled collection of health has not run since; the portal’s log says why.'
      }
      retry={reload}
    />
  );
}

/** The verdict over all services in a sentence, on how many sources it rests, and its strip. */
export function VerdictSection(props: {
  live: Live<HealthOverview>;
  overview: HealthOverview;
}) {
  const { live, overview } = props;
  const now = useNow(HALF_MINUTE);
  const late = lateness(overview, now);
  const stale = isStale(live, now);
  const { state, lead, text, rest } = sentenceOf(overview, now);
  return (
    <Section label="All services" tone={toneOf(state, stale)}>
      <NotCurrent live={live} late={late} />
      <div className={styles.verdict}>
        <StateShape state={state} size={26} stale={stale} />
        <p>
          <b>{lead}</b> {text} <span className={styles.rest}>{rest}</span>
        </p>
        <SourceList
          className={styles.sources}
          sources={overview.sources}
          words={(answered, total) =>
            answered === total
              ? `All ${total} sources answered`
              : `${answered} of ${total} sources answered`
          }
        />
      </div>
      <Strip counts={overview.counts} />
    </Section>
  );
}
