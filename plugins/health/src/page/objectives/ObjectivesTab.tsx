import type {
  HealthOverview,
  HealthSummary,
} from '@portico/plugin-health-common';
import {
  Button,
  CalmList,
  CopyBlock,
  EmptyState,
  type Live,
  Section,
  Table,
  Td,
  TextLink,
  Th,
  useMore,
  Waiting,
} from '@portico/ui';
import { useMemo } from 'react';
import { FigureText } from '../../parts/FigureText';
import { LiveFailed } from '../../parts/LiveFailed';
import { formatCount, nameOf } from '../../parts/names';
import { StateMark } from '../../parts/StateMark';
import { useHealthLinks } from '../../parts/useHealthLinks';
import { byBudget, numberOf, promised } from './objectives';
import styles from './ObjectivesTab.module.css';

const EXAMPLE = `metadata:
  annotations:
    portico/slo: availability=99.9, latency-p95=300ms`;

/** What is left of the budget, as a bar; empty where it is burnt. */
function Budget({ item }: { item: HealthSummary }) {
  const { errorBudgetLeft: figure } = item.figures;
  const left = Math.min(Math.max(numberOf(figure) ?? 0, 0), 1);
  const state = figure && 'value' in figure ? figure.state : 'unknown';
  return (
    <span className={styles.budget}>
      <span className={styles.track} aria-hidden="true">
        <i data-state={state} style={{ width: `${left * 100}%` }} />
      </span>
      <FigureText figure={figure} words />
    </span>
  );
}

function Row({ item }: { item: HealthSummary }) {
  const links = useHealthLinks();
  const { entityRef, title, owner, state, figures } = item;
  return (
    <tr>
      <Td className={styles.mark}>
        <StateMark state={state} />
      </Td>
      <Th scope="row">
        <TextLink to={links.entity(entityRef)}>{title}</TextLink>
      </Th>
      <Td wide quiet nowrap>
        {owner ? nameOf(owner) : 'nobody'}
      </Td>
      <Td wide>{promised(figures).join(', ') || 'unknown'}</Td>
      <Td className={styles.left}>
        <Budget item={item} />
      </Td>
      <Td end>
        <FigureText figure={figures.burnRate} />
      </Td>
      <Td end wide>
        <FigureText figure={figures.errorRatio} />
      </Td>
      <Td end wide>
        <FigureText figure={figures.latencyP95Seconds} />
      </Td>
    </tr>
  );
}

function Rows({ services }: { services: HealthSummary[] }) {
  const { shown, left, next, showMore } = useMore(services, 100, 200);
  return (
    <>
      <CalmList items={shown} keyOf={item => item.entityRef}>
        {items => (
          <Table label="Objectives" className={styles.table}>
            <thead>
              <tr>
                <Th aria-label="State" />
                <Th>Service</Th>
                <Th wide>Team</Th>
                <Th wide>Objective</Th>
                <Th>Budget left, 28 days</Th>
                <Th end>Burn</Th>
                <Th end wide>
                  Errors now
                </Th>
                <Th end wide>
                  p95 now
                </Th>
              </tr>
            </thead>
            <tbody>
              {items?.map(item => (
                <Row key={item.entityRef} item={item} />
              ))}
            </tbody>
          </Table>
        )}
      </CalmList>
      {left > 0 && (
        <p>
          <Button look="text" onClick={showMore}>
            {formatCount(next)} more of {formatCount(services.length)}
          </Button>
        </p>
      )}
    </>
  );
}

/** `3 have burnt their budget, 5 more burn it faster than it lasts.` */
function inWords(services: HealthSummary[]): string {
  const spent = services.filter(
    ({ figures }) => (numberOf(figures.errorBudgetLeft) ?? 1) <= 0,
  ).length;
  const fast = services.filter(
    ({ figures }) =>
      (numberOf(figures.errorBudgetLeft) ?? 0) > 0 &&
      (numberOf(figures.burnRate) ?? 0) > 1,
  ).length;
  const has = (count: number) => (count === 1 ? 'has' : 'have');
  return `${formatCount(spent)} of ${formatCount(services.length)} ${has(
    spent,
  )} burnt the whole budget; ${formatCount(fast)} more ${
    fast === 1 ? 'burns' : 'burn'
  } it faster than it would last.`;
}

/** Services with an objective: what is left of the error budget, and how fast it burns. */
export function ObjectivesTab({ live }: { live: Live<HealthOverview> }) {
  const { value, error } = live;
  const { services, without } = useMemo(
    () => byBudget(value?.items ?? []),
    [value],
  );
  return (
    <>
      <Section
        title="Objectives"
        qualifier={services.length > 0 ? inWords(services) : undefined}
        tone={error ? 'stale' : 'fine'}
      >
        <LiveFailed live={live} />
        {!value && !error && <Waiting rows={8} what="health" />}
        {value && services.length === 0 && (
          <EmptyState
            what="No service has an objective yet"
            why="With one, a service has an error budget, and a page when it burns too fast."
          >
            <CopyBlock text={EXAMPLE} label="Lines for catalog-info.yaml" />
          </EmptyState>
        )}
        {services.length > 0 && <Rows services={services} />}
      </Section>
      {services.length > 0 && without > 0 && (
        <Section
          title={`${formatCount(without)} without an objective`}
          qualifier="these lines in their catalog-info.yaml give them one"
        >
          <CopyBlock text={EXAMPLE} label="Lines for catalog-info.yaml" />
        </Section>
      )}
    </>
  );
}
