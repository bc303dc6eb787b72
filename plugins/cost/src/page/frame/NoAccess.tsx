import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { EmptyState, errorWords, Icon, Page, Section } from '@portico/ui';
import { useEffect, useState } from 'react';

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
    <Page title="Cost">
      <Section label="Cost">
        <EmptyState
          shape={<Icon name="lock" />}
          what="Costs are for engineers, finance and the platform team"
          why={[who && `You are signed in as ${who}.`, errorWords(error)]
            .filter(Boolean)
            .join(' ')}
        />
      </Section>
    </Page>
  );
}
