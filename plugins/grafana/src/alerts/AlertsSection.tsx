import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  grafanaSilencePermission,
  type GrafanaAlertList,
  type GrafanaAlertRule,
  type SilenceRequest,
} from '@portico/plugin-grafana-common';
import {
  Button,
  ErrorState,
  Section,
  Table,
  Th,
  Time,
  useAction,
  type Live,
} from '@portico/ui';
import { useCallback, useState } from 'react';
import { grafanaApiRef } from '../api/grafanaApiRef';
import { Problem } from '../problems/Problem';
import { AlertRow } from './AlertRow';
import { needsLook, shapeOf } from './alertWords';
import { MuteDialog } from './MuteDialog';

function toneOf(items: GrafanaAlertRule[]): 'fine' | 'warn' | 'bad' {
  const firing = items.filter(({ state }) => state === 'firing');
  if (firing.length === 0) return 'fine';
  return firing.some(item => shapeOf(item) === 'failing') ? 'bad' : 'warn';
}

const keyOf = ({ instance, folder, group, name, uid }: GrafanaAlertRule) =>
  [instance, folder, group, name, uid].join(' ');

/** The entity's alert rules: those that need a look, the others on demand; muting where it is the viewer's. */
export function AlertsSection(props: {
  live: Live<GrafanaAlertList>;
  entityRef: string;
}) {
  const { live, entityRef } = props;
  const { value, error, reload } = live;
  const api = useApi(grafanaApiRef);
  const { allowed } = usePermission({
    permission: grafanaSilencePermission,
    resourceRef: entityRef,
  });
  const [all, setAll] = useState(false);
  const [muting, setMuting] = useState<GrafanaAlertRule>();
  const mute = useAction(
    useCallback(
      async (request: SilenceRequest) => {
        await api.silence(entityRef, request);
        setMuting(undefined);
        reload();
      },
      [api, entityRef, reload],
    ),
  );
  const unmute = useAction(
    useCallback(
      async (instance: string, id: string) => {
        await api.endSilence(entityRef, instance, id);
        reload();
      },
      [api, entityRef, reload],
    ),
  );
  if (!value || (value.items.length === 0 && value.failures.length === 0)) {
    return null;
  }
  const { items, failures, selector, asOf } = value;
  const looked = items.filter(needsLook);
  const shown = all ? items : looked;
  const calm = items.length - looked.length;
  return (
    <Section
      title="Alerts"
      qualifier={selector}
      tone={error ? 'stale' : toneOf(items)}
      meta={
        <>
          {calm > 0 && (
            <Button
              look="text"
              aria-expanded={all}
              onClick={() => setAll(!all)}
            >
              {all ? 'Only what needs a look' : `${calm} normal, show`}
            </Button>
          )}
          <Time at={asOf} form="clock" />
        </>
      }
    >
      {error && (
        <Problem
          error={error}
          ways={{}}
          retry={reload}
          showing={new Date(asOf).toLocaleTimeString('en-GB')}
        />
      )}
      {failures.map(({ instance, message }) => (
        <ErrorState
          key={instance}
          inline
          what={`${instance} could not be asked; its rules are unknown.`}
          why={message}
          retry={reload}
        />
      ))}
      {unmute.failure && (
        <ErrorState
          inline
          urgent
          state="failing"
          what="The silence was not ended."
          why={unmute.failure}
        />
      )}
      {shown.length > 0 && (
        <Table label="Alerts">
          <thead>
            <tr>
              <Th>Rule</Th>
              <Th>State</Th>
              <Th wide>What it says</Th>
              <Th end wide>
                Since
              </Th>
              <Th wide>Where</Th>
              <Th end>{allowed ? 'Notifications' : ''}</Th>
            </tr>
          </thead>
          <tbody>
            {shown.map(rule => (
              <AlertRow
                key={keyOf(rule)}
                rule={rule}
                onMute={allowed ? () => setMuting(rule) : undefined}
                onUnmute={
                  allowed
                    ? id => void unmute.start(rule.instance, id)
                    : undefined
                }
                busy={unmute.busy}
              />
            ))}
          </tbody>
        </Table>
      )}
      {muting && (
        <MuteDialog
          rule={muting}
          busy={mute.busy}
          failure={mute.failure}
          onClose={() => setMuting(undefined)}
          onSend={mute.start}
        />
      )}
    </Section>
  );
}
