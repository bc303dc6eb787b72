import type { ScaffolderTask } from '@backstage/plugin-scaffolder-react';
import { EntityLink } from './LinkRow';
import styles from './task.module.css';

function shortName(entityRef: string): string {
  return entityRef.replace(/^.*[:/]/, '');
}

/** "Node.js, PostgreSQL, environment dev": choices of the form that tell one task from another. */
function choices(parameters: ScaffolderTask['spec']['parameters']): string {
  const { language, runtime, resources, environment } = parameters;
  const words = [
    language,
    runtime,
    ...(Array.isArray(resources) ? resources : []),
  ].filter((word): word is string => typeof word === 'string' && word !== '');
  if (typeof environment === 'string' && environment) {
    words.push(`environment ${environment}`);
  }
  return words.join(', ');
}

/** Who runs what for whom. */
export const Lede = (props: { task: ScaffolderTask }) => {
  const { user, parameters, templateInfo } = props.task.spec;
  const profile = user?.entity?.spec?.profile;
  const who =
    profile?.displayName ?? (user?.ref ? shortName(user.ref) : undefined);
  const owner =
    typeof parameters.owner === 'string' && parameters.owner
      ? parameters.owner
      : undefined;
  const template = templateInfo?.entityRef;
  const chosen = choices(parameters);
  return (
    <p className={styles.lede}>
      {who ?? 'Started by a service'}
      {owner ? (
        <>
          {' for '}
          <EntityLink
            entityRef={
              owner.includes(':') ? owner : `group:default/${shortName(owner)}`
            }
            text={shortName(owner)}
          />
        </>
      ) : null}
      {template ? (
        <>
          {', template '}
          <EntityLink entityRef={template} text={shortName(template)} />
        </>
      ) : null}
      {chosen ? `: ${chosen}` : ''}.
    </p>
  );
};
