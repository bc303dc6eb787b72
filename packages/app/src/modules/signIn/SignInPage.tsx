import {
  configApiRef,
  oktaAuthApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { UserIdentity } from '@backstage/core-components';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { useCallback, useEffect, useState } from 'react';
import { Button, ErrorState, Waiting } from '@portico/ui';
import { BrandGlyph } from '../../parts/BrandGlyph';
import { SandboxAccounts } from './SandboxAccounts';
import { explainSignInError } from './explainSignInError';
import styles from './SignInPage.module.css';

/** The error that Okta or the portal put into the address after a refused redirect. */
function redirectError(): Error | undefined {
  const error = new URLSearchParams(window.location.search).get('error');
  return error ? new Error(error) : undefined;
}

/** Brand and one button; an existing session is taken up without asking. */
export function SignInPage(props: SignInPageProps) {
  const { onSignInSuccess } = props;
  const authApi = useApi(oktaAuthApiRef);
  const title =
    useApi(configApiRef).getOptionalString('app.title') ?? 'Portico';
  const [checking, setChecking] = useState(true);
  const [error, setError] = useState(redirectError);

  const signIn = useCallback(
    async (options: { optional: boolean }) => {
      const response = await authApi.getBackstageIdentity(
        options.optional ? { optional: true } : { instantPopup: true },
      );
      if (!response) {
        return;
      }
      onSignInSuccess(
        UserIdentity.create({
          identity: response.identity,
          profile: await authApi.getProfile(),
          authApi,
        }),
      );
    },
    [authApi, onSignInSuccess],
  );

  useEffect(() => {
    signIn({ optional: true })
      .catch(setError)
      .finally(() => setChecking(false));
  }, [signIn]);

  const start = () => {
    setError(undefined);
    signIn({ optional: false }).catch(setError);
  };

  return (
    <main className={styles.page}>
      <div className={styles.panel}>
        <div className={styles.brand}>
          <BrandGlyph size={40} />
          <h1>{title}</h1>
        </div>
        <p className={styles.lead}>
          Every service: its health, its cost, its documents, and the next one.
        </p>
        {checking ? (
          <Waiting rows={1} what="the sign-in service" />
        ) : (
          <Button look="primary" onClick={start}>
            Sign in with Okta
          </Button>
        )}
        {error && (
          <div className={styles.error}>
            <ErrorState urgent state="failing" {...explainSignInError(error)} />
          </div>
        )}
        <SandboxAccounts />
      </div>
    </main>
  );
}
