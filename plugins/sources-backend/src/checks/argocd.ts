import { readArgocdInstances } from '@portico/plugin-argocd-node';
import { jwtExpiry } from '../http/jwtExpiry';
import { look } from '../http/look';
import type { Vendor } from '../Source';

const configKey = 'argocd.instances';
const usedFor = 'Environments, deployments, sync and health of applications.';

/** The Argo CD servers. */
export const argocd: Vendor = {
  kind: 'argocd',
  title: 'Argo CD',
  usedFor,
  configKey,
  read: config =>
    readArgocdInstances(config).map(
      ({ name, baseUrl, frontendUrl, token }) => ({
        id: `argocd:${name}`,
        kind: 'argocd',
        title: 'Argo CD',
        instance: name,
        url: frontendUrl,
        usedFor,
        configKey,
        check: signal =>
          look(
            {
              url: `${baseUrl}/api/v1/session/userinfo`,
              headers: { authorization: `Bearer ${token}` },
              signal,
            },
            {
              configKey,
              hasToken: true,
              // Whoever isn't known gets an answer here too.
              read: ({ body }) => {
                const { loggedIn, username } = (body ?? {}) as {
                  loggedIn?: boolean;
                  username?: string;
                };
                if (!loggedIn) {
                  return {
                    token: { state: 'refused' },
                    message: `Argo CD does not know the token. Make a new one for the account and put it under ${configKey}.`,
                  };
                }
                const validUntil = jwtExpiry(token);
                return {
                  answeredAs: `account ${username}`,
                  token: { state: 'valid', ...(validUntil && { validUntil }) },
                };
              },
            },
          ),
      }),
    ),
};
