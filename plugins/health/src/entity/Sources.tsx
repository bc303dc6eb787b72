import type {
  HealthVerdict,
  SourceStanding,
} from '@portico/plugin-health-common';
import { TextLink, Time } from '@portico/ui';
import styles from './Verdict.module.css';

const keyOf = ({ provider, instance }: SourceStanding) =>
  `${provider} ${instance ?? ''}`;

/** On how many sources a verdict rests, and who has not answered. */
export function Sources(props: { verdict: HealthVerdict }) {
  const { sources } = props.verdict;
  if (sources.length === 0) return null;
  const missing = sources.filter(({ state }) => state !== 'answered');
  const answered = sources.filter(
    ({ state }) => state === 'answered' || state === 'partly',
  );
  return (
    <ul className={styles.side} aria-label="Sources">
      <li>
        {missing.length === 0
          ? `Rests on ${sources.length} ${
              sources.length === 1 ? 'source' : 'sources'
            }`
          : `Rests on ${answered.length} of ${sources.length} sources`}
      </li>
      {missing.map(source => (
        <li key={keyOf(source)} title={source.message}>
          <Missing source={source} />
        </li>
      ))}
    </ul>
  );
}

function Missing({ source }: { source: SourceStanding }) {
  const { title, instance, state, answeredAt, path } = source;
  const name = instance ? `${title} (${instance})` : title;
  const words =
    state === 'partly' ? (
      `${name} answered in part`
    ) : (
      <>
        {name}{' '}
        {answeredAt ? (
          <>
            last answered <Time at={answeredAt} form="clock" />
          </>
        ) : (
          'has not answered yet'
        )}
      </>
    );
  return path ? <TextLink to={path}>{words}</TextLink> : <>{words}</>;
}
