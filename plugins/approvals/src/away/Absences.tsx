import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Delegation,
  DelegationList,
} from '@portico/plugin-approvals-common';
import {
  Button,
  ErrorState,
  errorWords,
  List,
  ListRow,
  useAction,
  Waiting,
} from '@portico/ui';
import { useCallback } from 'react';
import { approvalsApiRef } from '../api/approvalsApiRef';
import type { Live } from '../hooks/useLive';
import { formatMoment } from '../model/moments';
import { nameOf } from '../model/names';
import styles from './away.module.css';

const span = ({ startsAt, endsAt, state }: Delegation, now: Date) =>
  state === 'active'
    ? `until ${formatMoment(new Date(endsAt), now)}`
    : `${formatMoment(new Date(startsAt), now)} to ${formatMoment(
        new Date(endsAt),
        now,
      )}`;

/** Absences that have not ended: one's own, and those of whom one stands in for. */
export function Absences({ live }: { live: Live<DelegationList> }) {
  const { value, error, reload } = live;
  const api = useApi(approvalsApiRef);
  const end = useAction(
    useCallback(
      async (id: string) => {
        await api.endDelegation(id);
        reload();
      },
      [api, reload],
    ),
  );
  const now = new Date();
  if (!value) {
    return error ? (
      <ErrorState
        inline
        what="Your absences could not be read."
        why={errorWords(error)}
        retry={reload}
      />
    ) : (
      <Waiting rows={1} what="your absences" />
    );
  }
  const { given, received, names } = value;
  if (!given.length && !received.length) return null;
  return (
    <div className={styles.absences}>
      <List>
        {given.map(one => (
          <ListRow
            key={one.id}
            end={
              <Button
                look="text"
                disabled={end.busy}
                aria-label={`End: ${nameOf(one.to, names)} decides for you`}
                onClick={() => end.start(one.id)}
              >
                End
              </Button>
            }
          >
            <b>{nameOf(one.to, names)}</b> decides for you, {span(one, now)}
          </ListRow>
        ))}
        {received.map(one => (
          <ListRow key={one.id}>
            You decide for <b>{nameOf(one.from, names)}</b>, {span(one, now)}
          </ListRow>
        ))}
      </List>
      {end.failure && (
        <ErrorState
          inline
          urgent
          state="failing"
          what="It goes on."
          why={end.failure}
        />
      )}
    </div>
  );
}
