import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  ReconciliationRow,
  ShownMetric,
} from '@portico/plugin-cost-common';
import type { Looks } from '../Look';
import { reconcileMonths } from './reconcile';

/** Says, month by month, that the parts are the bill. For those who may see the whole of it. */
export class ReconciliationReader {
  readonly #looks: Looks;

  constructor(options: { looks: Looks }) {
    this.#looks = options.looks;
  }

  /**
   * By month and provider, newest first.
   *
   * @throws NotAllowedError for whoever may not see the whole bill
   */
  async months(
    count: number,
    metric: ShownMetric,
    credentials: BackstageCredentials,
  ): Promise<ReconciliationRow[]> {
    const seen = await this.#looks.rights.ofBill(credentials);
    return this.#looks.answerAs(seen, { metric }, look =>
      reconcileMonths(look, count),
    );
  }
}
