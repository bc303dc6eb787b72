import type {
  Approval,
  ApprovalDecision,
  Requirement,
} from '@portico/plugin-approvals-common';
import { formatZone, StateShape, VisuallyHidden } from '@portico/ui';
import { formatMoment } from '../model/moments';
import { listNames, nameOf } from '../model/names';
import styles from './Deciders.module.css';

function Said(props: {
  said: ApprovalDecision;
  names: Record<string, string>;
  now: Date;
}) {
  const { said, names, now } = props;
  return (
    <div>
      {nameOf(said.person, names)}
      {said.onBehalfOf && ` for ${nameOf(said.onBehalfOf, names)}`}
      {said.decision === 'refuse' && ' refused'},{' '}
      {formatMoment(new Date(said.at), now)}
      {said.comment && (
        <>
          : <span className={styles.comment}>“{said.comment}”</span>
        </>
      )}
    </div>
  );
}

/** "You, or Kofi Mensah, Lin Zhao". */
function whoMay(
  { eligible, deciders }: Requirement,
  names: Record<string, string>,
  user: string | undefined,
): string {
  const others = eligible.filter(ref => ref !== user);
  if (user && eligible.includes(user)) {
    return others.length ? `You, or ${listNames(others, names)}` : 'You';
  }
  if (others.length) return listNames(others, names);
  return `nobody of ${listNames(deciders, names)} can decide now`;
}

function Role(props: {
  requirement: Requirement;
  approval: Approval;
  user?: string;
  now: Date;
}) {
  const { requirement, approval, user, now } = props;
  const { names, decisions, state } = approval;
  const { id, met, count, escalatedTo } = requirement;
  const said = decisions.filter(({ requirementId }) => requirementId === id);
  const refused = said.some(({ decision }) => decision === 'refuse');
  const open = state === 'waiting' && !met;
  const mine = open && !!user && requirement.eligible.includes(user);
  return (
    <li className={styles.role}>
      <Mark refused={refused} met={met} open={open} mine={mine} />
      <div>
        <b>{requirement.title}</b>{' '}
        <span className={styles.quiet}>
          {[count > 1 ? `${count} people` : undefined, ...requirement.reasons]
            .filter(Boolean)
            .join('; ')}
        </span>
        {said.map(one => (
          <Said key={one.id} said={one} names={names} now={now} />
        ))}
        {open && <div>{whoMay(requirement, names, user)}</div>}
        {open && escalatedTo && escalatedTo.length > 0 && (
          <div className={styles.quiet}>
            {listNames(escalatedTo, names)} were told as well
          </div>
        )}
      </div>
      <span className={styles.quiet}>
        {listNames(requirement.deciders, names, 1)}
      </span>
    </li>
  );
}

function Mark(props: {
  refused: boolean;
  met: boolean;
  open: boolean;
  mine: boolean;
}) {
  const { refused, met, open, mine } = props;
  if (refused || met) {
    return (
      <span>
        <StateShape state={refused ? 'failing' : 'healthy'} />
        <VisuallyHidden>{refused ? 'Refused: ' : 'Agreed: '}</VisuallyHidden>
      </span>
    );
  }
  if (!open) {
    return (
      <span>
        <StateShape state="skipped" />
        <VisuallyHidden>Was not needed: </VisuallyHidden>
      </span>
    );
  }
  return (
    <span className={mine ? styles.mine : undefined}>
      <StateShape state="waiting" />
      <VisuallyHidden>Waiting: </VisuallyHidden>
    </span>
  );
}

/** Who asked, until when, and what then; nothing once it has ended. */
function FinePrint({ approval }: { approval: Approval }) {
  const { state, names, requestedBy, expiresAt, change } = approval;
  if (state !== 'waiting') return null;
  const until = new Date(expiresAt);
  const day = until.toLocaleDateString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  const time = until.toLocaleTimeString('en-GB').slice(0, 5);
  return (
    <p className={styles.fine}>
      {nameOf(requestedBy, names)} asked and can’t decide. Expires {day} {time}{' '}
      {formatZone(until)}; then nothing is applied.
      {change.plan &&
        ' If the state changes first, it is planned again and everyone is asked again.'}
    </p>
  );
}

/** Who decides and why, and what each has said. */
export function Deciders(props: {
  approval: Approval;
  user?: string;
  now: Date;
}) {
  const { approval } = props;
  return (
    <>
      <ul className={styles.roles}>
        {approval.requirements.map(requirement => (
          <Role key={requirement.id} requirement={requirement} {...props} />
        ))}
      </ul>
      <FinePrint approval={approval} />
    </>
  );
}
