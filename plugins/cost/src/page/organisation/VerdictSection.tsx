import type { OrganisationCost } from '@portico/plugin-cost-common';
import {
  Section,
  StateShape,
  type SectionTone,
  type StateName,
} from '@portico/ui';
import { NotCurrent } from '../../parts/NoCost';
import styles from './VerdictSection.module.css';

type State = OrganisationCost['verdict']['state'];

const SHAPES: Partial<Record<State, StateName>> = {
  within: 'healthy',
  near: 'healthy',
  'heading-over': 'degraded',
  over: 'failing',
};

const TONES: Partial<Record<State, SectionTone>> = {
  'heading-over': 'warn',
  over: 'bad',
};

/** How the month stands, in a sentence that could be read aloud, and a second one with what is behind it. */
export function VerdictSection(props: {
  cost: OrganisationCost;
  /** Why nothing newer is known. */
  error?: Error;
  retry(): void;
}) {
  const { cost, error, retry } = props;
  const { state, headline, detail } = cost.verdict;
  const shape = SHAPES[state];
  const [lead, ...rest] = headline.split(': ');
  return (
    <Section label="The month" tone={error ? 'stale' : TONES[state] ?? 'fine'}>
      <NotCurrent error={error} retry={retry} />
      <div className={styles.verdict}>
        {shape && <StateShape state={shape} size={26} stale={Boolean(error)} />}
        <p>
          <b>{rest.length > 0 ? `${lead}:` : lead}</b> {rest.join(': ')}
          {detail && <span className={styles.detail}>{detail}</span>}
        </p>
      </div>
    </Section>
  );
}
