import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  UnattributedCost,
  UnattributedItem,
} from '@portico/plugin-cost-common';
import type { LookQuery, Looks } from '../Look';
import { cents, roundTo } from '../pure/amounts';
import { shortName } from '../sql/lines';
import type { Cause } from './causes';
import { NameIndex } from './NameIndex';
import { readItems, type LooseItem } from './readItems';
import { todoOf } from './todoOf';
import { unattributedCost } from './unattributedCost';

const PAGE = 100;

/** Says what is nobody's, and lists it to work through. For those who may see the whole bill. */
export class UnattributedReader {
  readonly #looks: Looks;
  readonly #options: { goal: number; tagKeys: readonly string[] };

  constructor(options: {
    looks: Looks;
    goal: number;
    tagKeys: readonly string[];
  }) {
    this.#looks = options.looks;
    this.#options = options;
  }

  /** @throws NotAllowedError for whoever may not see the whole bill */
  async unattributed(
    query: LookQuery,
    credentials: BackstageCredentials,
  ): Promise<UnattributedCost> {
    const seen = await this.#looks.rights.ofBill(credentials);
    return this.#looks.answerAs(seen, query, look =>
      unattributedCost(look, this.#options),
    );
  }

  /**
   * Largest first, 100 at a time.
   *
   * @throws NotAllowedError for whoever may not see the whole bill
   */
  async items(
    query: LookQuery & { cause?: Cause; search?: string; offset: number },
    credentials: BackstageCredentials,
  ): Promise<{ items: UnattributedItem[]; more: number }> {
    const seen = await this.#looks.rights.ofBill(credentials);
    const look = await this.#looks.with(seen, query);
    const words = (query.search ?? '').toLowerCase().split(/\s+/);
    const all = (await readItems(look)).filter(
      item =>
        (!query.cause || item.cause === query.cause) &&
        words.every(word => textOf(item).includes(word)),
    );
    const amounts = roundTo(all.map(({ amount }) => amount)).map(cents);
    const names = new NameIndex(look.catalog);
    const page = all.slice(query.offset, query.offset + PAGE);
    return {
      items: page.map((item, at) =>
        this.#present(item, amounts[query.offset + at], names, look.currency),
      ),
      more: Math.max(0, all.length - query.offset - page.length),
    };
  }

  #present(
    item: LooseItem,
    amount: string,
    names: NameIndex,
    currency: string,
  ): UnattributedItem {
    const { id, cause, provider, account, service, resourceId } = item;
    const suggestion = suggest(item, names);
    return {
      id,
      cause,
      title: titleOf(item),
      provider,
      ...(account && { account }),
      service,
      ...(resourceId && { resourceId }),
      tags: item.tags,
      amount,
      ...(item.found && { found: item.found }),
      ...(suggestion && { suggestion: suggestion.ref }),
      ...todoOf(item, {
        ...suggestion,
        tagKey: this.#options.tagKeys[0] ?? 'service',
        currency,
      }),
    };
  }
}

/** What its tag means, or what its own name is close to. */
function suggest(
  { cause, found, name, resourceId }: LooseItem,
  names: NameIndex,
) {
  if (cause === 'unknown-name' && found) {
    return names.closest(found.slice(found.indexOf('=') + 1));
  }
  if (cause !== 'no-tag') return undefined;
  const own = name ?? (resourceId && shortName(resourceId));
  return own ? names.closest(own) : undefined;
}

function titleOf({ name, resourceId, service }: LooseItem): string {
  return name ?? (resourceId ? shortName(resourceId) : service);
}

function textOf(item: LooseItem): string {
  const { account, accountId, found, provider, resourceId, service } = item;
  return [titleOf(item), account, accountId, found, provider, resourceId]
    .concat(service, Object.entries(item.tags).flat())
    .filter(Boolean)
    .join(' ')
    .toLowerCase();
}
