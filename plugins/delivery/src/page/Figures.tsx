import type { DeliveryOverview } from '@portico/plugin-delivery-common';
import { Section, StateShape, Time } from '@portico/ui';
import type { GroupBy } from '../api/deliveryApiRef';
import { sentenceOf } from '../model/sentence';
import { FourFigures } from '../parts/FourFigures';
import { SourceNotes } from '../parts/SourceNotes';
import styles from './Delivery.module.css';
import { Failures } from './Failures';
import { Flows } from './Flows';
import { GoldenPathSection } from './GoldenPathSection';
import { GroupTable } from './GroupTable';
import { SlowChanges } from './SlowChanges';

const DAY_MS = 86_400_000;

/** The whole page once figures are there. */
export function Figures(props: {
  overview: DeliveryOverview;
  by: GroupBy;
  onBy(by: GroupBy): void;
}) {
  const { overview, by, onBy } = props;
  const { lead, rest, missed } = sentenceOf(overview);
  const { since, asOf, days } = overview;
  const young =
    since && asOf && Date.parse(since) > Date.parse(asOf) - days * DAY_MS;
  return (
    <>
      <Section label="In short" tone={missed ? 'warn' : 'fine'}>
        <p className={styles.sentence}>
          {missed && <StateShape state="degraded" size={18} />}
          <span>
            <b>{lead}</b> <span className={styles.quiet}>{rest}</span>
          </span>
        </p>
        <SourceNotes sources={overview.sources} />
        {young && (
          <p className={styles.note}>
            The oldest deployment that is known is from <Time at={since} />:
            Argo CD keeps the last ten of each application, Portico all since it
            runs.
          </p>
        )}
      </Section>
      <FourFigures figures={overview.figures} period={overview} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <GroupTable overview={overview} by={by} onBy={onBy} />
          <SlowChanges overview={overview} />
          <Failures overview={overview} />
        </div>
        <div className={styles.stack}>
          <Flows overview={overview} />
          <GoldenPathSection overview={overview} />
        </div>
      </div>
    </>
  );
}
