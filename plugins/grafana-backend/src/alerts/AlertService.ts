import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type {
  GrafanaAlertList,
  GrafanaSilence,
  InstanceFailure,
  SilenceRequest,
} from '@portico/plugin-grafana-common';
import type {
  GrafanaClient,
  GrafanaInstances,
} from '@portico/plugin-grafana-node';
import { SharedRequests } from '@portico/plugin-upstream-node';
import { alertRule, silenceOf, type EntityRule } from './alertRule';
import { alertSelector, type AlertSelector } from './alertSelector';
import {
  failureOf,
  readInstanceAlerts,
  type InstanceAlerts,
} from './AlertSource';
import { worstFirst } from './alertState';
import { matchersOf } from './matchersOf';

const KEPT_SECONDS = 15;

/** Rules of an entity, with their silences, as they were read. */
interface EntityAlerts {
  selector: AlertSelector;
  rules: EntityRule[];
  failures: InstanceFailure[];
  asOf: string;
}

/** Alert rules of entities: Grafana's own and those of its data sources, and what mutes them. */
export class AlertService {
  readonly #instances: GrafanaInstances;
  readonly #now: () => Date;
  readonly #shared: SharedRequests<InstanceAlerts>;

  constructor(options: { instances: GrafanaInstances; now: () => Date }) {
    this.#instances = options.instances;
    this.#now = options.now;
    this.#shared = new SharedRequests({
      keptSeconds: KEPT_SECONDS,
      atOnce: 6,
      mostWaiting: 100,
      now: options.now,
    });
  }

  /** All rules of the entity, worst first; read at most 15 s ago. Instances that do not answer are named. */
  async list(entity: Entity, signal: AbortSignal): Promise<GrafanaAlertList> {
    const { selector, rules, failures, asOf } = await this.#read(
      entity,
      signal,
    );
    return {
      items: rules.map(({ wire }) => wire),
      selector: selector.text,
      failures,
      asOf,
    };
  }

  /**
   * Mutes a rule of the entity, or those series of it that are the entity's. One that is muted so long already stays
   * as it is.
   *
   * @param createdBy as Grafana shows it
   * @throws NotFoundError where the entity has no such rule that Grafana manages
   */
  async silence(
    entity: Entity,
    { instance, ruleUid, minutes, comment }: SilenceRequest,
    createdBy: string,
    signal: AbortSignal,
  ): Promise<GrafanaSilence> {
    const { rules, selector } = await this.#read(entity, signal);
    const rule = rules.find(
      ({ wire }) => wire.instance === instance && wire.uid === ruleUid,
    );
    if (!rule) {
      throw new NotFoundError(
        `${stringifyEntityRef(
          entity,
        )} has no alert rule '${ruleUid}' in Grafana '${instance}': its rules are those with ${
          selector.text
        }. Reload, and see what there is.`,
      );
    }
    const startsAt = this.#now();
    const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
    const already = rule.wire.silences.find(
      it => it.own && Date.parse(it.endsAt) >= endsAt.getTime(),
    );
    if (already) return already;

    const client = this.#instances.client(instance);
    const silence = {
      matchers: matchersOf(ruleUid, rule, selector),
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      createdBy,
      comment,
    };
    const id = await client.alerting.createSilence(silence, { signal });
    this.#shared.forget(instance);
    return silenceOf(client, { id, ...silence }, true);
  }

  /**
   * Ends a silence that names a rule of the entity and nothing else.
   *
   * @throws NotFoundError where there is none
   */
  async expire(
    entity: Entity,
    { instance, id }: { instance: string; id: string },
    signal: AbortSignal,
  ): Promise<void> {
    const { rules } = await this.#read(entity, signal);
    const isOwn = rules.some(
      ({ wire }) =>
        wire.instance === instance &&
        wire.silences.some(it => it.own && it.id === id),
    );
    if (!isOwn) {
      throw new NotFoundError(
        `There is no silence '${id}' in Grafana '${instance}' that mutes rules of ${stringifyEntityRef(
          entity,
        )} and nothing else. It may be over; one that mutes more is ended in Grafana.`,
      );
    }
    const { alerting } = this.#instances.client(instance);
    await alerting.expireSilence(id, { signal });
    this.#shared.forget(instance);
  }

  async #read(entity: Entity, signal: AbortSignal): Promise<EntityAlerts> {
    const selector = alertSelector(entity);
    const clients = this.#instances.clientsOf(entity);
    const failures: InstanceFailure[] = [];
    const answers = await Promise.all(
      clients.map(async client => {
        try {
          return [await this.#readInstance(client, signal)];
        } catch (error) {
          signal.throwIfAborted();
          failures.push(failureOf(client, error as Error));
          return [];
        }
      }),
    );
    const read = answers.flat();
    return {
      selector,
      rules: read
        .flatMap(alerts => rulesIn(alerts, selector))
        .sort(
          (a, b) =>
            worstFirst(a.wire.state, b.wire.state) ||
            a.wire.name.localeCompare(b.wire.name),
        ),
      failures: [...failures, ...read.flatMap(alerts => alerts.failures)],
      asOf: [...read.map(it => it.asOf), this.#now().toISOString()].sort()[0],
    };
  }

  #readInstance(
    client: GrafanaClient,
    signal: AbortSignal,
  ): Promise<InstanceAlerts> {
    return this.#shared.ask(client.instance.name, signal, upstream =>
      readInstanceAlerts(client, upstream),
    );
  }
}

function rulesIn(
  { client, sources, silences }: InstanceAlerts,
  selector: AlertSelector,
): EntityRule[] {
  return sources.flatMap(({ managedBy, groups }) => {
    // Grafana's own Alertmanager does not hear of what a data source evaluates.
    const isHeard =
      managedBy.kind === 'grafana' ||
      client.instance.alertmanager !== 'grafana';
    const heard = isHeard ? silences : [];
    return groups.flatMap(group =>
      group.rules.flatMap(
        rule =>
          alertRule(
            { client, managedBy, group, rule, silences: heard },
            selector,
          ) ?? [],
      ),
    );
  });
}
