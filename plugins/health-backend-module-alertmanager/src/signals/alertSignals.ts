import type { HealthSignal, Silence } from '@portico/plugin-health-common';
import type { FiringAlert } from '../AlertSource';
import type {
  AlertmanagerSettings,
  SeverityMeaning,
} from '../config/AlertmanagerSettings';
import { writeReference } from './AlertReference';

const LONGEST_DETAIL = 300;
const RANK: SeverityMeaning[] = ['failing', 'degraded', 'informational'];

/** One signal for all alerts of an entity that have the same name, environment and severity. */
export function alertSignals(
  alerts: readonly FiringAlert[],
  settings: AlertmanagerSettings,
  now: Date,
): HealthSignal[] {
  const groups = new Map<string, FiringAlert[]>();
  for (const alert of alerts) {
    const { alertname = 'unnamed' } = alert.labels;
    const environment = alert.labels[settings.environmentLabel];
    const id = ['alertmanager', alertname, environment ?? 'any'].join(':');
    const group = groups.get(id);
    if (group) group.push(alert);
    else groups.set(id, [alert]);
  }
  return [...groups].map(([id, group]) =>
    toSignal(id, group, { settings, now }),
  );
}

function toSignal(
  id: string,
  group: FiringAlert[],
  { settings, now }: { settings: AlertmanagerSettings; now: Date },
): HealthSignal {
  const heard = group.filter(({ status }) => status.silencedBy.length === 0);
  const meaningOf = ({ labels }: FiringAlert) =>
    settings.severities.get(labels[settings.severityLabel]) ?? 'informational';
  const deciding = heard.length ? heard : group;
  const [worst] = [...deciding].sort(
    (a, b) => RANK.indexOf(meaningOf(a)) - RANK.indexOf(meaningOf(b)),
  );
  const meaning = meaningOf(worst);
  const { alertname = 'unnamed' } = worst.labels;
  const environment = worst.labels[settings.environmentLabel];
  return {
    id,
    provider: 'alertmanager',
    kind: 'alert',
    title: `Alert ${alertname}`,
    state: meaning === 'failing' ? 'failing' : 'degraded',
    informational: meaning === 'informational' || undefined,
    text: group.length > 1 ? `firing ${group.length} times` : 'firing',
    detail: detailOf(worst, group.length, heard.length),
    environment,
    instance:
      settings.instances.length > 1 ? worst.client.instance.name : undefined,
    since: deciding.map(({ startsAt }) => startsAt).sort()[0],
    observedAt: now.toISOString(),
    evidence: evidenceOf(worst, alertname),
    silence: heard.length ? undefined : silenceOf(group, now),
    reference: writeReference(deciding),
  };
}

function detailOf(
  { annotations = {} }: FiringAlert,
  all: number,
  heard: number,
) {
  const text = annotations.summary ?? annotations.description ?? '';
  const line = text.replace(/\s+/g, ' ').trim();
  const short =
    line.length > LONGEST_DETAIL ? `${line.slice(0, LONGEST_DETAIL)} …` : line;
  const muted =
    heard > 0 && heard < all ? `${all - heard} of ${all} silenced` : '';
  return [short, muted].filter(Boolean).join('; ') || undefined;
}

/** Whoever sends alerts writes their links: only addresses of the web are followed. */
function evidenceOf({ generatorURL = '', client }: FiringAlert, name: string) {
  return /^https?:\/\//.test(generatorURL)
    ? { title: 'Prometheus', url: generatorURL }
    : { title: 'Alertmanager', url: client.alertsUrl(name) };
}

/** The silence that holds longest. */
function silenceOf(group: FiringAlert[], now: Date): Silence {
  const all = group.flatMap(({ silences, client }) =>
    silences.map(silence => ({ silence, client })),
  );
  const [longest] = all.sort((a, b) =>
    b.silence.endsAt.localeCompare(a.silence.endsAt),
  );
  // It ended between the two requests, and no more is known of it.
  if (!longest) return { by: 'somebody', until: now.toISOString() };
  const { id, createdBy, endsAt, comment } = longest.silence;
  return {
    // Portico writes who asked for it behind the name.
    by: createdBy.replace(/ \(user:[^)]*\)$/, ''),
    until: endsAt,
    comment: comment || undefined,
    url: longest.client.silenceUrl(id),
  };
}
