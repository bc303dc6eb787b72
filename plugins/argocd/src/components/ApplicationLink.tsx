import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { TextLink } from '@portico/ui';
import type { ReactNode } from 'react';

/**
 * Leads to the application in Argo CD, where `argocd.baseUrl` says where
 * people open it; plain words otherwise.
 */
export function ApplicationLink(props: {
  application: string;
  namespace?: string;
  children: ReactNode;
}) {
  const { application, namespace, children } = props;
  const baseUrl = useApi(configApiRef).getOptionalString('argocd.baseUrl');
  if (!baseUrl) return <span title={application}>{children}</span>;
  const path = [namespace, application]
    .filter(part => part !== undefined)
    .map(encodeURIComponent)
    .join('/');
  return (
    <TextLink
      to={`${baseUrl.replace(/\/$/, '')}/applications/${path}`}
      title={application}
    >
      {children}
    </TextLink>
  );
}
