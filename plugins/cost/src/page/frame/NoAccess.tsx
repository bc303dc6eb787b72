import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { EmptyState, errorWords, Icon, Section } from '@portico/ui';
import { useEffect, useState } from 'react';
import styles from './PageFrame.module.css';

/** For who may see no costs at all: for whom they are, and as whom one is signed in. No number. */
export function NoAccess({ error }: { error: Error }) {
  const identityApi = useApi(identityApiRef);
  const [who, setWho] = useState('');
  useEffect(() => {
    let gone = false;
    identityApi.getProfileInfo().then(({ displayName, email }) => {
      if (!gone) setWho(displayName ?? email ?? '');
    });
    return () => {
      gone = true;
    };
  }, [identityApi]);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>Cost</h1>
      </div>
      <div className={styles.body}>
        <Section label="Cost">
          <EmptyState
            shape={<Icon name="lock" />}
            what="Costs are for engineers, finance and the platform team"
            why={[who && `You are signed in as ${who}.`, errorWords(error)]
              .filter(Boolean)
              .join(' ')}
          />
        </Section>
      </div>
    </div>
  );
}
