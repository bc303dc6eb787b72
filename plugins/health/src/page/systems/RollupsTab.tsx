import type { HealthRollup } from '@portico/plugin-health-common';
import {
  CalmList,
  EmptyState,
  Section,
  Table,
  Td,
  TextLink,
  Th,
  Time,
  Toggle,
  useNow,
  Waiting,
} from '@portico/ui';
import { useSearchParams } from 'react-router-dom';
import { useRollups, type RollupBy } from '../../hooks/useRollups';
import { LiveFailed } from '../../parts/LiveFailed';
import { formatCount, nameOf } from '../../parts/names';
import { totalOf } from '../../parts/rollupWords';
import { StateMark } from '../../parts/StateMark';
import { lasting } from '../../parts/stateWords';
import { Strip } from '../../parts/Strip';
import { useHealthLinks } from '../../parts/useHealthLinks';
import styles from './RollupsTab.module.css';

const GROUPS: { value: RollupBy; title: string; one: string }[] = [
  { value: 'system', title: 'Systems', one: 'system' },
  { value: 'domain', title: 'Domains', one: 'domain' },
  { value: 'owner', title: 'Teams', one: 'team' },
];

const HALF_MINUTE = 30_000;
const keyOf = ({ ref }: HealthRollup) => ref ?? '';

/** The worst of them, and why; how many more are not healthy stands in the strip. */
function Worst({ rollup, now }: { rollup: HealthRollup; now: Date }) {
  const links = useHealthLinks();
  const [worst] = rollup.worst.filter(({ state }) => state !== 'healthy');
  if (!worst) return <span className={styles.quiet}>nothing</span>;
  return (
    <>
      <TextLink to={links.entity(worst.entityRef)}>{worst.title}</TextLink>
      {worst.headline ? `: ${worst.headline}` : ` is ${worst.state}.`}{' '}
      <span className={styles.small}>
        since <Time at={worst.since} />, {lasting(worst.since, now)}
      </span>
    </>
  );
}

function Row(props: { rollup: HealthRollup; one: string; now: Date }) {
  const { rollup, one, now } = props;
  const { ref, state, counts } = rollup;
  const links = useHealthLinks();
  const total = totalOf(counts);
  return (
    <tr>
      <Td className={styles.mark}>
        <StateMark state={state} />
      </Td>
      <Th scope="row">
        {ref ? (
          <TextLink to={links.entity(ref)}>{nameOf(ref)}</TextLink>
        ) : (
          `no ${one}`
        )}
      </Th>
      <Td nowrap className={styles.count}>
        {counts.healthy === total
          ? `all ${formatCount(total)}`
          : `${formatCount(counts.healthy)} of ${formatCount(total)}`}
      </Td>
      <Td wide className={styles.strip}>
        <Strip counts={counts} />
      </Td>
      <Td className={styles.worst}>
        <Worst rollup={rollup} now={now} />
      </Td>
    </tr>
  );
}

/** Systems, domains or teams: each as bad as its worst service, the worst first. */
export function RollupsTab() {
  const [parameters, setParameters] = useSearchParams();
  const now = useNow(HALF_MINUTE);
  const chosen =
    GROUPS.find(({ value }) => value === parameters.get('by')) ?? GROUPS[0];
  const live = useRollups(chosen.value);
  const { value, error } = live;
  return (
    <>
      <div>
        <Toggle
          label="Rolled up by"
          choices={GROUPS}
          pressed={[chosen.value]}
          onToggle={by => setParameters({ by }, { replace: true })}
        />
      </div>
      <Section
        title={chosen.title}
        qualifier={value && `${formatCount(value.length)}, the worst first`}
        tone={error ? 'stale' : 'fine'}
      >
        <LiveFailed live={live} />
        {!value && !error && <Waiting rows={8} what="health" />}
        {value?.length === 0 && (
          <EmptyState
            what={`No ${chosen.one} has a service with a verdict yet`}
            why="Components name their system and owner in catalog-info.yaml; a system names its domain."
          />
        )}
        {value && value.length > 0 && (
          <CalmList items={value} keyOf={keyOf}>
            {rollups => (
              <Table label={chosen.title} className={styles.table}>
                <thead>
                  <tr>
                    <Th aria-label="State" />
                    <Th>{chosen.title.slice(0, -1)}</Th>
                    <Th>Healthy</Th>
                    <Th wide>Services</Th>
                    <Th>Worst</Th>
                  </tr>
                </thead>
                <tbody>
                  {rollups?.map(rollup => (
                    <Row
                      key={keyOf(rollup)}
                      rollup={rollup}
                      one={chosen.one}
                      now={now}
                    />
                  ))}
                </tbody>
              </Table>
            )}
          </CalmList>
        )}
      </Section>
    </>
  );
}
