import { usePermission } from '@backstage/plugin-permission-react';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { EmptyState, Icon, TextLink } from '@portico/ui';
import { usePerson } from '../nav/usePerson';
import styles from './CreateGate.module.css';
import { signedInAs } from './signedInAs';
import { TemplateGate } from './TemplateGate';

const FORM = /\/templates\/([^/]+)\/([^/]+)/;

/** Says in words, before a form is filled in, that one may not run the template, or any, and whom to ask. */
export function CreateGate(props: { children: ReactNode }) {
  const { children } = props;
  const form = FORM.exec(useLocation().pathname);
  if (!form) return <ListGate>{children}</ListGate>;
  const [, namespace, name] = form;
  return (
    <TemplateGate
      key={`${namespace}/${name}`}
      namespace={namespace}
      name={name}
    >
      {children}
    </TemplateGate>
  );
}

/** The list of templates, or why it would be empty. */
function ListGate(props: { children: ReactNode }) {
  const { loading, allowed } = usePermission({
    permission: taskCreatePermission,
  });
  const person = usePerson();
  if (loading || allowed) return <>{props.children}</>;
  return (
    <div className={styles.refusal}>
      <EmptyState
        shape={<Icon name="lock" size={16} />}
        what="There is no template that you may run"
        why={`Templates are shown to those who may run them, and that comes with a group. ${signedInAs(
          person,
        )} Ask the platform team which group you need: templates show up here a few minutes after you are in it.`}
        action={<TextLink to="/organisation">Teams and people</TextLink>}
      />
    </div>
  );
}
