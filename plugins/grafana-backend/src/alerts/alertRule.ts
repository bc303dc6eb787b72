import type {
  GrafanaAlertInstance,
  GrafanaAlertRule,
  GrafanaSilence,
} from '@portico/plugin-grafana-common';
import type {
  AlertingRule,
  AlertInstance,
  GrafanaClient,
  RuleGroup,
  Silence,
} from '@portico/plugin-grafana-node';
import { meets, type AlertSelector } from './alertSelector';
import type { SourcedGroups } from './AlertSource';
import { instanceState, ruleState, worstFirst } from './alertState';
import { isOwn, mutes, RULE_UID } from './silenceMatch';

const MOST_INSTANCES = 50;

/** A rule with where it stands. */
export interface PlacedRule {
  client: GrafanaClient;
  managedBy: SourcedGroups['managedBy'];
  group: RuleGroup;
  rule: AlertingRule;
  /** Those that can mute it. */
  silences: readonly Silence[];
}

/** A rule of the entity, and whether others have series of it too. */
export interface EntityRule {
  wire: GrafanaAlertRule;
  shared: boolean;
}

/**
 * What an entity has of a rule: all of it where the rule has the entity's label, else the series that have it.
 *
 * @returns undefined where that is nothing
 */
export function alertRule(
  placed: PlacedRule,
  selector: AlertSelector,
): EntityRule | undefined {
  const { client, managedBy, group, rule } = placed;
  if (rule.type !== 'alerting') return undefined;
  const shared = !meets(selector, rule.labels ?? {});
  const alerts = (rule.alerts ?? []).filter(
    ({ labels }) => !shared || meets(selector, labels),
  );
  if (shared && alerts.length === 0) return undefined;

  const silencing = new Map<string, GrafanaSilence>();
  const instances = alerts
    .map(alert => instanceOf(placed, alert, silencing, { shared, selector }))
    .sort((a, b) => worstFirst(a.state, b.state));
  const [worst] = alerts
    .slice()
    .sort((a, b) => worstFirst(instanceState(a.state), instanceState(b.state)));
  const { name, uid, labels = {}, lastError, lastEvaluation } = rule;
  const more = instances.length - MOST_INSTANCES;
  return {
    shared,
    wire: {
      instance: client.instance.name,
      uid,
      name,
      group: group.name,
      folder: group.file,
      managedBy,
      state: ruleState(
        rule,
        instances.map(({ state }) => state),
      ),
      labels: forPeople(labels),
      ...texts(rule, worst),
      since: since(instances),
      lastEvaluation: time(lastEvaluation),
      lastError: lastError || undefined,
      instances: instances.slice(0, MOST_INSTANCES),
      more: more > 0 ? more : undefined,
      silences: [...silencing.values()],
      url: client.pageUrl(pageOf(managedBy, rule)),
    },
  };
}

function instanceOf(
  { client, group, rule, silences }: PlacedRule,
  { labels, state, value, activeAt }: AlertInstance,
  silencing: Map<string, GrafanaSilence>,
  { shared, selector }: { shared: boolean; selector: AlertSelector },
): GrafanaAlertInstance {
  const known = {
    alertname: rule.name,
    grafana_folder: group.file,
    ...(rule.uid && { [RULE_UID]: rule.uid }),
    ...labels,
  };
  const muting = silences.filter(silence => mutes(silence, known));
  for (const silence of muting) {
    const own = isOwn(silence, rule.uid, shared, selector);
    silencing.set(silence.id, silenceOf(client, silence, own));
  }
  return {
    labels: forPeople(labels),
    state: instanceState(state),
    value: value || undefined,
    activeAt: time(activeAt),
    silenced: muting.length > 0,
  };
}

/** A silence as people see it. */
export function silenceOf(
  client: GrafanaClient,
  { id, createdBy, comment, startsAt, endsAt }: Omit<Silence, 'status'>,
  own: boolean,
): GrafanaSilence {
  const params = new URLSearchParams({
    alertmanager: client.instance.alertmanager,
  });
  const path = `/alerting/silence/${encodeURIComponent(id)}/edit?${params}`;
  const url = client.pageUrl(path);
  return { id, createdBy, comment, startsAt, endsAt, url, own };
}

/** What annotations say: filled in of the worst series, as they are written where that needs no filling in. */
function texts(rule: AlertingRule, worst?: AlertInstance) {
  const find = (name: string) =>
    worst?.annotations?.[name] ||
    [rule.annotations?.[name]].find(text => text && !text.includes('{{'));
  const runbookUrl = find('runbook_url');
  const uid = find('__dashboardUid__');
  const id = Number(find('__panelId__'));
  return {
    summary: find('summary'),
    description: find('description'),
    runbookUrl: /^https?:/.test(runbookUrl ?? '') ? runbookUrl : undefined,
    panel: uid && Number.isInteger(id) ? { uid, id } : undefined,
  };
}

/** Pages of rules: https://grafana.com/docs/grafana/latest/alerting/monitor-status/view-alert-rules/ */
function pageOf(
  managedBy: SourcedGroups['managedBy'],
  { uid, name }: AlertingRule,
): string {
  return managedBy.kind === 'grafana'
    ? `/alerting/grafana/${encodeURIComponent(uid ?? '')}/view`
    : `/alerting/${encodeURIComponent(managedBy.name)}/${encodeURIComponent(
        name,
      )}/find`;
}

function since(instances: GrafanaAlertInstance[]): string | undefined {
  return instances
    .filter(({ state }) => state === 'firing' || state === 'pending')
    .flatMap(({ activeAt }) => activeAt ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b))[0];
}

/** The year 1 stands for never. */
function time(text?: string): string | undefined {
  return text && !text.startsWith('0001-') ? text : undefined;
}

/** Without what Grafana has for itself. */
function forPeople(labels: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(labels).filter(([name]) => !name.startsWith('__')),
  );
}
