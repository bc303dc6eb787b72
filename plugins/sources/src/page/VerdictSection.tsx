import type { SourceList, SourceStatus } from '@portico/plugin-sources-common';
import {
  Button,
  EmptyState,
  ErrorState,
  errorWords,
  formatClock,
  formatLasting,
  FreshnessLine,
  Icon,
  Section,
  StateShape,
  Time,
  useAction,
  useNow,
  VisuallyHidden,
  type Live,
} from '@portico/ui';
import { sentenceOf } from '../model/sentence';
import { toneOf } from '../model/standing';
import styles from './VerdictSection.module.css';

const TICK_MS = 15_000;

/** Sources are looked at each minute; so long without a look, and the page says nothing about now. */
const LATE_MS = 5 * 60_000;

/** The newest look at any of them, in milliseconds; undefined where there was none. */
function newestLook(items: SourceStatus[]): number | undefined {
  const times = items.flatMap(({ check }) =>
    check ? Date.parse(check.at) : [],
  );
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** Why what is shown may not be so any more; nothing while it is current. */
function NotCurrent(props: {
  live: Live<SourceList>;
  asOf: number;
  silentMs: number;
}) {
  const { live, asOf, silentMs } = props;
  const { error, reload } = live;
  const seen = `showing ${formatClock(new Date(asOf))}.`;
  return (
    <ErrorState
      inline
      state="stale"
      what={
        error
          ? `No answer; ${seen}`
          : `Nothing looked at for ${formatLasting(silentMs / 1000)}; ${seen}`
      }
      why={
        error
          ? errorWords(error)
          : 'The scheduled look has not run since; the portal’s log says why.'
      }
      retry={reload}
    />
  );
}

/** The answer in a sentence, as of when, and a look at all of them now. */
export function VerdictSection(props: {
  live: Live<SourceList>;
  items: SourceStatus[];
  mayCheck: boolean;
  check(...ids: string[]): Promise<void>;
}) {
  const { live, items, mayCheck, check } = props;
  const now = useNow(TICK_MS);
  const { busy, failure, start } = useAction(check);
  if (items.length === 0) {
    return (
      <Section label="All sources">
        <EmptyState
          what="Portico is connected to nothing yet"
          why="What it could be connected to stands below, with what it would bring."
        />
      </Section>
    );
  }
  const asOf = newestLook(items);
  const silentMs = asOf === undefined ? 0 : now.getTime() - asOf;
  const stale = Boolean(live.error) || silentMs > LATE_MS;
  const { state, lead, text } = sentenceOf(items, now);
  return (
    <Section label="All sources" tone={toneOf(state, stale)}>
      <VisuallyHidden live>{lead}</VisuallyHidden>
      {stale && asOf !== undefined && (
        <NotCurrent live={live} asOf={asOf} silentMs={silentMs} />
      )}
      <div className={styles.verdict}>
        <StateShape state={state} size={26} stale={stale} />
        <p>
          <b>{lead}</b> <span>{text}</span>
        </p>
        <div className={styles.side}>
          {asOf !== undefined && (
            <FreshnessLine kind={stale ? 'stale' : 'live'}>
              <span>
                {stale ? 'As of' : 'Live · as of'}{' '}
                <Time at={asOf} form="zoned" />
              </span>
            </FreshnessLine>
          )}
          {mayCheck && (
            <Button
              disabled={busy}
              onClick={() => start(...items.map(({ id }) => id))}
            >
              <Icon name="retry" size={14} />
              {busy ? 'Looking…' : 'Check all now'}
            </Button>
          )}
        </div>
      </div>
      {failure && (
        <ErrorState
          inline
          urgent
          state="failing"
          what="Not every source could be looked at."
          why={failure}
        />
      )}
    </Section>
  );
}
