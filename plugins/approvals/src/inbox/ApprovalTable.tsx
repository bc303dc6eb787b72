import type {
  ApprovalList,
  ApprovalSummary,
} from '@portico/plugin-approvals-common';
import { State, Table, Td, TextLink, Th, Time } from '@portico/ui';
import type { KeyboardEvent } from 'react';
import { stateLooks, stateNow } from '../model/stateWords';
import { formatDifference } from '../model/money';
import { timeLeft } from '../model/moments';
import { nameOf } from '../model/names';
import { EntityLink } from '../parts/EntityLink';
import { useLinks } from '../parts/links';
import { SummaryMarks } from '../parts/SummaryMarks';
import styles from './inbox.module.css';

/** ↑ and ↓ go from title to title. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const links = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('tbody th a'),
  ];
  const here = links.findIndex(link => link === document.activeElement);
  const target = links[here === -1 ? 0 : here + step];
  if (!target) return;
  event.preventDefault();
  target.focus();
}

function CostChange({ change: { cost } }: ApprovalSummary) {
  if (!cost) return <span className={styles.quiet}>unknown</span>;
  return (
    <>
      {formatDifference(cost.monthlyBefore, cost.monthlyAfter)}{' '}
      <span className={styles.quiet}>{cost.currency}</span>
    </>
  );
}

function Standing({ item, now }: { item: ApprovalSummary; now: Date }) {
  const state = stateNow(item, now);
  const { state: shape, word } = stateLooks[state];
  if (state !== 'waiting') return <State state={shape}>{word}</State>;
  return (
    <span className={item.mine ? styles.mine : undefined}>
      <State state="waiting">
        {item.mine
          ? 'Waits for you'
          : `Waits for ${item.waitsFor.join(' and ')}`}
      </State>
    </span>
  );
}

function Row(props: {
  item: ApprovalSummary;
  names: Record<string, string>;
  now: Date;
}) {
  const { item, names, now } = props;
  const links = useLinks();
  const left =
    stateNow(item, now) === 'waiting' && timeLeft(item.expiresAt, now);
  const time = left || (
    <span className={styles.quiet}>
      asked <Time at={item.requestedAt} />
    </span>
  );
  const who = nameOf(item.requestedBy, names);
  return (
    <tr>
      <Th scope="row" className={styles.title}>
        <TextLink to={links.approval(item.id)}>{item.title}</TextLink>
        <span className={styles.small}>
          {nameOf(item.entityRef, names)}, {item.environment}; {who}
        </span>
      </Th>
      <Td wide nowrap className={styles.where}>
        <EntityLink entityRef={item.entityRef} names={names} />{' '}
        <span className={styles.quiet}>{item.environment}</span>
      </Td>
      <Td wide nowrap>
        {who}
      </Td>
      <Td wide>
        <SummaryMarks change={item.change} />
      </Td>
      <Td end wide>
        <CostChange {...item} />
      </Td>
      <Td className={styles.standing}>
        <Standing item={item} now={now} />
        <span className={styles.small}>{time}</span>
      </Td>
      <Td end wide>
        {time}
      </Td>
    </tr>
  );
}

/** Approvals, a row each; ↑ and ↓ go from one to the next. */
export function ApprovalTable(props: { list: ApprovalList; now: Date }) {
  const { list, now } = props;
  return (
    // The keys belong to the links inside.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={moveFocus}>
      <Table label="Approvals">
        <thead>
          <tr>
            <Th>What</Th>
            <Th wide>Where</Th>
            <Th wide>Asked by</Th>
            <Th wide>Does</Th>
            <Th end wide>
              Cost a month
            </Th>
            <Th>State</Th>
            <Th end wide>
              Expires in
            </Th>
          </tr>
        </thead>
        <tbody>
          {list.items.map(item => (
            <Row key={item.id} item={item} names={list.names} now={now} />
          ))}
        </tbody>
      </Table>
    </div>
  );
}
