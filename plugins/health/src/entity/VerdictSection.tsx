import { ANNOTATIONS, type HealthVerdict } from '@portico/plugin-health-common';
import {
  ErrorState,
  errorWords,
  Section,
  TextLink,
  VisuallyHidden,
} from '@portico/ui';
import { useHealthTabLink } from '../hooks/useHealthTabLink';
import { useStale } from '../hooks/useStale';
import { useAnnouncement } from '../page/useAnnouncement';
import { toneOf } from '../parts/stateWords';
import { MiniTimeline } from './MiniTimeline';
import { MissingLinks } from './MissingLinks';
import { Reasons, RuledOut } from './Reasons';
import { Sources } from './Sources';
import styles from './Verdict.module.css';
import { VerdictSentence } from './VerdictSentence';
import { WaysOut } from './WaysOut';

/** The answer, its reasons, what happened, and the ways out. */
export function VerdictSection(props: {
  verdict: HealthVerdict;
  error?: Error;
  reload(): void;
}) {
  const { verdict, error, reload } = props;
  const tab = useHealthTabLink();
  const stale = useStale(verdict, error);
  const announcement = useAnnouncement([verdict]);
  const fine = verdict.reasons.length === 0;
  return (
    <Section label="Verdict" tone={toneOf(verdict.state, stale !== undefined)}>
      <VisuallyHidden live>{announcement}</VisuallyHidden>
      {stale && (
        <ErrorState
          inline
          state="stale"
          what={stale.words}
          why={error && errorWords(error)}
          retry={reload}
          action={
            stale.path && <TextLink to={stale.path}>Status of sources</TextLink>
          }
        />
      )}
      <div className={styles.verdict}>
        <VerdictSentence verdict={verdict} stale={stale !== undefined} />
        <Sources verdict={verdict} />
      </div>
      <div className={styles.body}>
        <div className={styles.eight}>
          <Reasons reasons={verdict.reasons} more={tab} />
          <RuledOut
            signals={verdict.ruledOut}
            intro={fine ? 'Checked:' : 'Ruled out:'}
          />
          {verdict.problems.map(problem => (
            <ErrorState key={problem} inline state="degraded" what={problem} />
          ))}
          <MissingLinks
            entityRef={verdict.entityRef}
            missing={(verdict.missing ?? []).filter(
              // The card of who is on call says it itself.
              ({ annotation }) => annotation !== ANNOTATIONS.pagerduty,
            )}
          />
          <WaysOut
            entityRef={verdict.entityRef}
            calm={verdict.state === 'healthy'}
            onDone={reload}
          />
        </div>
        <div className={styles.four}>
          <MiniTimeline verdict={verdict} more={tab} />
        </div>
      </div>
    </Section>
  );
}
