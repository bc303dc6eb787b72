import type { Approval } from '@portico/plugin-approvals-common';
import { nameOf } from '../model/names';
import { EntityLink } from '../parts/EntityLink';
import { useLinks } from '../parts/links';
import { RefText } from '../parts/RefText';
import styles from './decision.module.css';

/** Who asks to change what, where, through which flow, and why. */
export function Lede({ approval }: { approval: Approval }) {
  const { names, requestedBy, requesterTeam, entityRef, environment } =
    approval;
  const { templateRef, templateTitle, taskId, reason } = approval;
  const task = useLinks().task(taskId);
  return (
    <p className={styles.lede}>
      {nameOf(requestedBy, names)}
      {requesterTeam && ` (${nameOf(requesterTeam, names)})`} asks to change{' '}
      <EntityLink entityRef={entityRef} names={names} /> in {environment}
      {templateRef && (
        <>
          {' through '}
          <EntityLink
            entityRef={templateRef}
            names={names}
            text={templateTitle}
          />
        </>
      )}
      , task <RefText to={task}>{`#${taskId.slice(0, 8)}`}</RefText>: “{reason}”
    </p>
  );
}
