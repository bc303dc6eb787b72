import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  EmptyState,
  Section,
  State,
  Table,
  Td,
  TextLink,
  Th,
  Time,
  useNow,
  Waiting,
} from '@portico/ui';
import { HEALTH_STATES } from '@portico/plugin-health-common';
import { useRollups, type RollupBy } from '../hooks/useRollups';
import { LiveFailed } from '../parts/LiveFailed';
import { formatCount } from '../parts/names';
import { totalOf } from '../parts/rollupWords';
import { StateMark } from '../parts/StateMark';
import { lasting, STATE_WORDS, toneOf } from '../parts/stateWords';
import { Strip } from '../parts/Strip';
import { useHealthLinks } from '../parts/useHealthLinks';
import { mergeRollups } from './mergeRollups';
import styles from './RollupCard.module.css';

const HALF_MINUTE = 30_000;
const SHOWN = 5;

const BY: Record<string, RollupBy> = { system: 'system', domain: 'domain' };

/** Whose services count: of a group its own and its children's, of a person theirs and their groups'. */
function refsOf(entity: Entity): string[] {
  const others = { group: 'parentOf', user: 'memberOf' }[
    entity.kind.toLowerCase()
  ];
  return [
    stringifyEntityRef(entity),
    ...(entity.relations ?? [])
      .filter(({ type }) => type === others)
      .map(({ targetRef }) => targetRef),
  ];
}

/** How the services of a system, domain, group or person are: how many of each state, the worst first. */
export function RollupCard() {
  const { entity } = useEntity();
  const kind = entity.kind.toLowerCase();
  const live = useRollups(BY[kind] ?? 'owner');
  const { value, error } = live;
  const links = useHealthLinks();
  const now = useNow(HALF_MINUTE);
  const all = value && mergeRollups(value, refsOf(entity));
  const total = all ? totalOf(all.counts) : 0;
  const worst = all?.worst.filter(({ state }) => state !== 'healthy') ?? [];
  const filter = { system: 'system', group: 'team' }[kind];
  const query = filter ? { [filter]: stringifyEntityRef(entity) } : {};
  return (
    <Section
      title="Health"
      qualifier={
        total > 0
          ? `${formatCount(total)} ${total === 1 ? 'service' : 'services'}`
          : undefined
      }
      tone={all && total > 0 ? toneOf(all.state, Boolean(error)) : 'fine'}
      meta={<TextLink to={links.page(undefined, query)}>All services</TextLink>}
    >
      <LiveFailed live={live} />
      {!value && !error && <Waiting rows={3} what="health" />}
      {value && total === 0 && (
        <EmptyState
          what={`No service of ${
            parseEntityRef(refsOf(entity)[0]).name
          } has a verdict`}
          why="Components get one with the next collection, except libraries and documentation."
        />
      )}
      {all && total > 0 && (
        <>
          <p className={styles.counts}>
            {HEALTH_STATES.filter(state => all.counts[state] > 0).map(state => (
              <State key={state} state={state}>
                {formatCount(all.counts[state])}{' '}
                {STATE_WORDS[state].toLowerCase()}
              </State>
            ))}
          </p>
          <Strip counts={all.counts} />
        </>
      )}
      {worst.length > 0 && (
        <Table label="Not healthy" className={styles.table}>
          <tbody>
            {worst.slice(0, SHOWN).map(item => (
              <tr key={item.entityRef}>
                <Td className={styles.mark}>
                  <StateMark state={item.state} />
                </Td>
                <Th scope="row">
                  <TextLink to={links.entity(item.entityRef)}>
                    {item.title}
                  </TextLink>
                </Th>
                <Td>{item.headline || 'Nothing has been heard of it.'}</Td>
                <Td end quiet>
                  <Time at={item.since} />, {lasting(item.since, now)}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
