import type { HealthVerdict } from '@portico/plugin-health-common';
import { SourceList } from '../parts/SourceList';
import styles from './Verdict.module.css';

/** On how many sources a verdict rests, and who has not answered. */
export function Sources(props: { verdict: HealthVerdict }) {
  return (
    <SourceList
      className={styles.side}
      sources={props.verdict.sources}
      words={(answered, total) => {
        if (answered < total) return `Rests on ${answered} of ${total} sources`;
        return `Rests on ${total} ${total === 1 ? 'source' : 'sources'}`;
      }}
    />
  );
}
