import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  parseMoney,
  type CostDimension,
  type OrganisationCost,
} from '@portico/plugin-cost-common';
import { ORGANISATION } from '../../budgets/BudgetLine';
import { isWhole } from '../entity/Target';
import type { Findings } from '../Findings';
import type { Look, LookQuery, Looks } from '../Look';
import { addUp, cents, sum } from '../pure/amounts';
import { chartOf } from '../pure/chartOf';
import { forecastOf } from '../pure/forecastOf';
import { standingOf } from '../pure/standingOf';
import { unattributedCost } from '../unattributed/unattributedCost';
import { BudgetStates } from './BudgetStates';
import { EVERYTHING, partsBy, visibleRefs } from './partsBy';
import { reconcile } from './reconcile';
import { verdictOf } from './verdictOf';

/** Says what the whole costs: the bill, or what is the caller's of it. */
export class OrganisationReader {
  readonly #budgets = new BudgetStates();
  readonly #findings: Findings;
  readonly #looks: Looks;
  readonly #unattributed: { goal: number; tagKeys: readonly string[] };

  constructor(options: {
    findings: Findings;
    looks: Looks;
    goal: number;
    tagKeys: readonly string[];
  }) {
    this.#findings = options.findings;
    this.#looks = options.looks;
    this.#unattributed = options;
  }

  async organisation(
    query: LookQuery & { by: CostDimension },
    credentials: BackstageCredentials,
  ): Promise<OrganisationCost> {
    return this.#looks.answer(credentials, query, look =>
      this.#organisation(look, query.by),
    );
  }

  async #organisation(
    look: Look,
    by: CostDimension,
  ): Promise<OrganisationCost> {
    const { bills, currency, frame, metric, seen } = look;
    const { month } = frame;
    const refs = seen.all ? 'all' : visibleRefs(look, EVERYTHING);
    const whole =
      refs === 'all' ? refs : refs.filter(ref => isWhole(look, ref));
    const findings = this.#findings;
    const [parts, basis, budgets, anomalies, savings, unitCosts, nobody, line] =
      await Promise.all([
        partsBy(look, by, EVERYTHING, false),
        look.basis(),
        findings.budgets(month),
        findings.anomalies(whole),
        findings.savings(whole),
        findings.unitCosts(month, metric, refs),
        seen.all ? unattributedCost(look, this.#unattributed) : undefined,
        seen.all ? reconcile(look) : undefined,
      ]);
    const daily = addUp(parts.map(part => part.daily));
    const forecast = forecastOf(frame, daily);
    const standing = standingOf(frame, daily, {
      forecast,
      budget: seen.all ? budgets.get(ORGANISATION) : undefined,
    });
    const { over, near } = await this.#budgets.of(look, budgets);
    return {
      scope: seen.all ? 'all' : 'mine',
      basis,
      standing,
      verdict: verdictOf({
        standing,
        currency,
        scope: seen.all ? 'all' : 'mine',
        through: bills.through,
        over: over
          .filter(({ kind }) => kind === 'group')
          .map(({ target }) => target.title),
        ...(nobody && { unattributed: nobody.share }),
      }),
      chart: chartOf(frame, parts, forecast),
      unitCosts,
      counts: {
        budgetsOver: over.length,
        budgetsNear: near.length,
        anomaliesOpen: anomalies.filter(({ state }) => state === 'open').length,
      },
      savings: cents(sum(savings.map(({ monthly }) => parseMoney(monthly)))),
      ...(nobody && { unattributed: nobody }),
      ...(line && { reconciliation: line }),
    };
  }
}
