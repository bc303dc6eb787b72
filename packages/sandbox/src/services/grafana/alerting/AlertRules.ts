import type { Collection, Kit } from '../../../kit';
import type { ContentAlertRule } from '../content';
import { GrafanaError } from '../GrafanaError';
import type { StoredAlertRule } from '../model/types';
import { checkUid, createUid } from '../model/uids';
import type { RuleStatus } from './RuleStatus';

/** The Grafana-managed alert rules, and what became of their last evaluation, which a change forgets. */
export class AlertRules {
  readonly #kit: Kit;
  readonly #rules: Collection<StoredAlertRule>;
  readonly statuses: Collection<RuleStatus>;

  constructor(kit: Kit) {
    this.#kit = kit;
    this.#rules = kit.store.collection('grafana', 'alertRules');
    this.statuses = kit.store.collection('grafana', 'ruleStatuses');
  }

  seed(rules: ContentAlertRule[]): void {
    for (const rule of rules) this.write(rule, '');
  }

  list(): StoredAlertRule[] {
    return this.#rules.list();
  }

  in(folderUid: string): StoredAlertRule[] {
    return this.#rules.filter(rule => rule.folderUID === folderUid);
  }

  find(uid: string): StoredAlertRule | undefined {
    return this.#rules.get(uid);
  }

  /** @throws GrafanaError 404 */
  get(uid: string): StoredAlertRule {
    const rule = this.#rules.get(uid);
    if (!rule) {
      throw GrafanaError.named(
        404,
        'alerting.alert-rule.notFound',
        'Alert rule not found',
      );
    }
    return rule;
  }

  /** Makes it, or replaces the one of that uid. */
  write(
    rule: Omit<ContentAlertRule, 'uid'> & { uid?: string },
    provenance: string,
  ): StoredAlertRule {
    const uid = checkUid(rule.uid || createUid());
    const known = this.#rules.get(uid);
    this.statuses.delete(uid);
    return this.#rules.put(uid, {
      ...rule,
      uid,
      id: known?.id ?? this.#kit.store.nextNumber('grafana', 'ids'),
      updated: this.#kit.clock.timestamp(),
      provenance,
    });
  }

  delete(uid: string): void {
    this.#rules.delete(uid);
    this.statuses.delete(uid);
  }
}
