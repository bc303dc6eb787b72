import type { Approval, ChangeCost } from '@portico/plugin-approvals-common';
import { Icon, State, Time, formatClock } from '@portico/ui';
import type { ReactNode } from 'react';
import {
  actionLooks,
  countOf,
  happensWords,
  summaryActions,
} from '../model/changeWords';
import { costComparison, formatMoney } from '../model/money';
import { nameOf } from '../model/names';
import { Arrow } from '../parts/MoneyChange';
import { RefText } from '../parts/RefText';
import styles from './Facts.module.css';

function Fact(props: { label: string; value: ReactNode; more?: ReactNode }) {
  return (
    <div role="group" aria-label={props.label}>
      <h2>{props.label}</h2>
      <div className={styles.value}>{props.value}</div>
      {props.more && <div className={styles.more}>{props.more}</div>}
    </div>
  );
}

function WhatHappens({ change }: Approval) {
  const count = countOf(change.summary);
  if (!count) {
    return <Fact label="What happens" value={happensWords(change)} />;
  }
  const things = count === 1 ? 'resource' : 'resources';
  return (
    <Fact
      label={`What happens to ${count} ${things}`}
      value={
        <ul className={styles.actions}>
          {summaryActions.map(action => (
            <li key={action}>
              <Icon name={actionLooks[action].icon} size={14} />
              {change.summary[action]} <small>{action}</small>
            </li>
          ))}
        </ul>
      }
    />
  );
}

/** What the numbers are, for whoever hovers. */
function basisOf({
  source,
  entityMonthlyAfter,
  entityKnownThrough,
}: ChangeCost) {
  if (!entityMonthlyAfter || !entityKnownThrough) return source;
  return `${source}. The whole by its forecast for the month, from bills to ${entityKnownThrough}.`;
}

function CostAMonth({ change: { cost }, entityRef, names }: Approval) {
  if (!cost) {
    return (
      <Fact
        label="Cost a month"
        value="unknown"
        more="nobody has estimated this change"
      />
    );
  }
  const { overBudget, words, budget } = costComparison(
    cost,
    nameOf(entityRef, names),
  );
  return (
    <Fact
      label="Cost a month"
      value={
        <>
          {formatMoney(cost.monthlyBefore)} <Arrow />{' '}
          {formatMoney(cost.monthlyAfter)}
          <small>{`\u00a0${cost.currency}`}</small>
        </>
      }
      more={
        <>
          <span title={basisOf(cost)}>
            {words}{' '}
            {overBudget ? <State state="degraded">{budget}</State> : budget}
          </span>
          {cost.fromPriceList && (
            <div>estimated by the price list of the portal</div>
          )}
        </>
      }
    />
  );
}

function Where({ change: { where } }: Approval) {
  const { workspace, workspaceUrl, account, region } = where;
  const rest = [account, region].filter(Boolean).join(' ');
  return (
    <Fact
      label="Where"
      value={where.environment}
      more={
        <>
          {workspace && <RefText to={workspaceUrl}>{workspace}</RefText>}
          {workspace && rest ? ', ' : ''}
          {rest}
        </>
      }
    />
  );
}

function PlanFreshness({ change: { plan }, requestedAt }: Approval) {
  if (!plan) {
    return (
      <Fact label="Asked" value={<Time at={requestedAt} form="zoned" />} />
    );
  }
  const checked = plan.checkedAt && formatClock(new Date(plan.checkedAt));
  const serial =
    plan.stateSerial === undefined ? '' : `, serial ${plan.stateSerial}`;
  return (
    <Fact
      label="Plan"
      value={<Time at={plan.plannedAt} form="zoned" />}
      more={
        <span title={checked && `Last checked at ${checked}`}>
          {plan.fresh ? (
            <State state="healthy">State unchanged since</State>
          ) : (
            <State state="degraded">State has changed since</State>
          )}
          {serial}
        </span>
      }
    />
  );
}

/** What happens, what it costs, where, and how fresh the plan is. */
export function Facts(props: { approval: Approval }) {
  return (
    <div className={styles.facts}>
      <WhatHappens {...props.approval} />
      <CostAMonth {...props.approval} />
      <Where {...props.approval} />
      <PlanFreshness {...props.approval} />
    </div>
  );
}
