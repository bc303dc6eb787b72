import { useApi } from '@backstage/frontend-plugin-api';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import type { ReactNode } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { EmptyState, ErrorState, Icon, TextLink, Waiting } from '@portico/ui';
import { usePerson } from '../nav/usePerson';
import styles from './CreateGate.module.css';
import { signedInAs } from './signedInAs';

/** What the backend answers for a template that is hidden from somebody, or that is not there. */
const HIDDEN = ['NotFoundError', 'NotAllowedError'];

/** The form of a template, for whoever may run it. */
export function TemplateGate(props: {
  namespace: string;
  name: string;
  children: ReactNode;
}) {
  const { namespace, name, children } = props;
  const scaffolderApi = useApi(scaffolderApiRef);
  const { loading, error, retry } = useAsyncRetry(
    () =>
      scaffolderApi.getTemplateParameterSchema(`template:${namespace}/${name}`),
    [scaffolderApi, namespace, name],
  );
  if (!loading && !error) return <>{children}</>;
  return (
    <div className={styles.refusal}>
      {loading && <Waiting rows={5} what="the template" />}
      {!loading && error && (
        <NoForm name={name} error={error} onTryNow={retry} />
      )}
    </div>
  );
}

function NoForm(props: { name: string; error: Error; onTryNow: () => void }) {
  const { name, error, onTryNow } = props;
  const { cause } = error as { cause?: unknown };
  const said = cause instanceof Error ? cause : error;
  if (HIDDEN.includes(said.name)) return <Hidden name={name} />;
  return (
    <ErrorState
      urgent
      what={`Unknown: the template ${name} could not be read`}
      why={said.message}
      retry={onTryNow}
      action={<TextLink to="/create">All templates</TextLink>}
    />
  );
}

/** Whether there is such a template is told only to those who may run it; the words fit both. */
function Hidden(props: { name: string }) {
  return (
    <EmptyState
      shape={<Icon name="lock" size={16} />}
      what={`There is no template ${props.name}, or it is not yours to run`}
      why={`Templates are shown to those who may run them. ${signedInAs(
        usePerson(),
      )} If your work needs this one, ask the platform team, who say which groups may run what.`}
      action={
        <>
          <TextLink to="/create">Templates that you may run</TextLink>
          <TextLink to="/organisation">Teams and people</TextLink>
        </>
      }
    />
  );
}
