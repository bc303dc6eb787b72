import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { TextLink } from '@portico/ui';
import styles from './SignInPage.module.css';

/** In the sandbox: that it is one, and with which accounts one can sign in. */
export function SandboxAccounts() {
  const config = useApi(configApiRef).getOptionalConfig('portico.sandbox');
  if (!config) {
    return null;
  }
  const accounts = config.getOptionalConfigArray('accounts') ?? [];
  return (
    <aside className={styles.sandbox}>
      <p>
        <b>Sandbox.</b> The platform behind this portal is simulated; Okta asks
        for no password.{' '}
        <TextLink to={config.getString('url')}>What runs</TextLink>
      </p>
      {accounts.length > 0 && (
        <dl>
          {accounts.map(account => (
            <div key={account.getString('email')}>
              <dt>{account.getString('email')}</dt>
              <dd>{account.getString('role')}</dd>
            </div>
          ))}
        </dl>
      )}
    </aside>
  );
}
