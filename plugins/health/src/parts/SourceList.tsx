import type { SourceStanding } from '@portico/plugin-health-common';
import { TextLink, Time } from '@portico/ui';

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

/** How many sources answered, and each that did not: since when, and where to look. */
export function SourceList(props: {
  sources: SourceStanding[];
  /** The first line, e.g. `5 of 6 sources answered`. */
  words(answered: number, total: number): string;
  className?: string;
}) {
  const { sources, words, className } = props;
  if (sources.length === 0) return null;
  const missing = sources.filter(({ state }) => state !== 'answered');
  const answered = sources.filter(
    ({ state }) => state === 'answered' || state === 'partly',
  );
  const said = words(answered.length, sources.length);
  return (
    <ul className={className} aria-label="Sources">
      <li>
        {missing.length > 0 ? <TextLink to="/sources">{said}</TextLink> : said}
      </li>
      {missing.map(source => (
        <li
          key={`${source.provider} ${source.instance ?? ''}`}
          title={source.message}
        >
          <Missing source={source} />
        </li>
      ))}
    </ul>
  );
}
