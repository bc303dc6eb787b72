import { usePermission } from '@backstage/plugin-permission-react';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import { ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { EmptyState, Icon, TextLink } from '@portico/ui';
import { usePerson } from '../nav/usePerson';
import styles from './CreateGate.module.css';

const FORM = /\/templates\/[^/]+\/[^/]+/;

/**
 * Says before a form is filled in that one may not start it, and whom to ask.
 * The list of templates stays: reading is for everyone.
 */
export function CreateGate(props: { children: ReactNode }) {
  const { loading, allowed } = usePermission({
    permission: taskCreatePermission,
  });
  const { pathname } = useLocation();
  if (loading || allowed) return <>{props.children}</>;
  return (
    <>
      <div className={styles.refusal}>
        <Refusal />
      </div>
      {!FORM.test(pathname) && props.children}
    </>
  );
}

function Refusal() {
  const person = usePerson();
  const groups = person?.groups.length
    ? `, member of ${person.groups.join(', ')}`
    : ', in no group yet';
  return (
    <EmptyState
      shape={<Icon name="lock" size={16} />}
      what="Starting a template is for engineers"
      why={
        person
          ? `You are signed in as ${person.name}${groups}. Ask the platform team to add you to the group of engineers, then sign in again.`
          : 'Ask the platform team to add you to the group of engineers, then sign in again.'
      }
      action={<TextLink to="/organisation">Teams and people</TextLink>}
    />
  );
}
