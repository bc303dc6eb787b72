import {
  formatQuantity,
  type Figure,
  type HealthSummary,
} from '@portico/plugin-health-common';
import {
  Button,
  CalmList,
  Section,
  Table,
  Td,
  TextLink,
  Th,
  Time,
  useMore,
  useNow,
} from '@portico/ui';
import { FigureText } from '../../parts/FigureText';
import { formatCount, nameOf } from '../../parts/names';
import { LastHour } from '../../parts/LastHour';
import { StateMark } from '../../parts/StateMark';
import { lasting } from '../../parts/stateWords';
import { useHealthLinks } from '../../parts/useHealthLinks';
import styles from './AttentionTable.module.css';

const FIRST = 10;
const STEP = 100;
const HALF_MINUTE = 30_000;

/** The annotations that would let somebody say how it is. */
function Missing({ item }: { item: HealthSummary }) {
  const links = useHealthLinks();
  const count = item.missing?.length ?? 0;
  if (item.state !== 'unknown' || count === 0) return null;
  return (
    <TextLink to={links.entity(item.entityRef)}>
      {count === 1 ? 'Add its annotation' : `Add one of ${count} annotations`}
    </TextLink>
  );
}

function Why({ item }: { item: HealthSummary }) {
  return (
    <>
      <span className={styles.headline} title={item.headline}>
        {item.headline || 'Nothing has been heard of it.'}{' '}
        <Missing item={item} />
      </span>
      {item.remark && <span className={styles.small}>{item.remark}</span>}
    </>
  );
}

/** `6.2×` under the budget; nothing where there is no objective. */
function Burn({ figure }: { figure: Figure | undefined }) {
  if (!figure || !('value' in figure)) return null;
  return <span className={styles.small}>{formatQuantity(figure.value)}</span>;
}

function Row({ item, now }: { item: HealthSummary; now: Date }) {
  const links = useHealthLinks();
  const { entityRef, title, state, since, owner, figures, onCall } = item;
  return (
    <tr>
      <Td className={styles.mark}>
        <StateMark state={state} />
      </Td>
      <Th scope="row" className={styles.who}>
        <TextLink to={links.entity(entityRef)}>{title}</TextLink>
        {owner && <span className={styles.small}>{nameOf(owner)}</span>}
      </Th>
      <Td className={styles.why}>
        <Why item={item} />
      </Td>
      <Td nowrap className={styles.since}>
        <Time at={since} />
        <span className={styles.small}>{lasting(since, now)}</span>
      </Td>
      <Td end wide>
        <FigureText
          figure={figures.errorBudgetLeft}
          absent="no objective"
          words
        />
        <Burn figure={figures.burnRate} />
      </Td>
      <Td nowrap wide>
        {onCall?.[0]?.name ?? <span className={styles.quiet}>none</span>}
      </Td>
      <Td wide className={styles.hour}>
        <LastHour item={item} />
      </Td>
    </tr>
  );
}

/** What is not healthy, most important first, with why, since when, and who has to answer. */
export function AttentionTable(props: { items: HealthSummary[] }) {
  const now = useNow(HALF_MINUTE);
  const { shown, left, next, showMore } = useMore(props.items, FIRST, STEP);
  const total = props.items.length;
  return (
    <Section
      title="Needs attention first"
      qualifier="by state, tier, then budget burnt"
      meta={
        left > 0 && (
          <Button look="text" onClick={showMore}>
            {next === left
              ? `All ${formatCount(total)}`
              : `${next} more of ${formatCount(total)}`}
          </Button>
        )
      }
    >
      <CalmList items={shown} keyOf={item => item.entityRef}>
        {items => (
          <Table label="Needs attention first" className={styles.table}>
            <thead>
              <tr>
                <Th aria-label="State" />
                <Th>Service</Th>
                <Th>Why</Th>
                <Th>Since</Th>
                <Th end wide>
                  Budget left, burn
                </Th>
                <Th wide>On call</Th>
                <Th wide>Last hour</Th>
              </tr>
            </thead>
            <tbody>
              {items?.map(item => (
                <Row key={item.entityRef} item={item} now={now} />
              ))}
            </tbody>
          </Table>
        )}
      </CalmList>
    </Section>
  );
}
