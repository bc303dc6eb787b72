import type { AlertmanagerContext } from './AlertmanagerContext';
import type { Alert, Silence } from './types';

const iso = (time: number) => new Date(time).toISOString();

/** An alert as the API gives it. */
export function presentAlert(
  { silences, routing }: AlertmanagerContext,
  [fingerprint, alert]: [string, Alert],
) {
  const silencedBy = silences.muting(alert.labels);
  return {
    annotations: alert.annotations,
    endsAt: iso(alert.endsAt),
    fingerprint,
    receivers: [{ name: routing.receiverOf(alert.labels) }],
    startsAt: iso(alert.startsAt),
    status: {
      inhibitedBy: [],
      mutedBy: [],
      silencedBy,
      state: silencedBy.length ? 'suppressed' : 'active',
    },
    updatedAt: iso(alert.updatedAt),
    ...(alert.generatorURL && { generatorURL: alert.generatorURL }),
    labels: alert.labels,
  };
}

export type PresentedAlert = ReturnType<typeof presentAlert>;

/** A silence as the API gives it. */
export function presentSilence(
  { silences }: Pick<AlertmanagerContext, 'silences'>,
  silence: Silence,
) {
  return {
    id: silence.id,
    status: { state: silences.stateOf(silence) },
    updatedAt: iso(silence.updatedAt),
    comment: silence.comment,
    createdBy: silence.createdBy,
    endsAt: iso(silence.endsAt),
    matchers: silence.matchers,
    startsAt: iso(silence.startsAt),
  };
}
