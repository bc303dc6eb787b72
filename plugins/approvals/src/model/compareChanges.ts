import {
  compareMoney,
  type AttributeChange,
  type Change,
  type ResourceChange,
} from '@portico/plugin-approvals-common';
import { actionLooks } from './changeWords';
import { formatMoney } from './money';

const MOST = 8;

const find = (change: Change, { address }: ResourceChange) =>
  change.resources.find(other => other.address === address);

const isTouched = ({ action }: ResourceChange) =>
  action !== 'none' && action !== 'read';

/** What a new plan does otherwise than the one before, a sentence each; empty if it does the same. */
export function compareChanges(before: Change, after: Change): string[] {
  const lines = [
    ...compareCost(before, after),
    ...after.resources.flatMap(resource =>
      compareResource(find(before, resource), resource),
    ),
    ...before.resources
      .filter(resource => isTouched(resource) && !find(after, resource))
      .map(({ address }) => `${address}: no longer touched`),
  ];
  const more = lines.length - MOST;
  return more > 0
    ? [...lines.slice(0, MOST), `and ${more} more differences`]
    : lines;
}

function compareCost({ cost: before }: Change, { cost: after }: Change) {
  if (
    !before ||
    !after ||
    before.currency !== after.currency ||
    compareMoney(before.monthlyAfter, after.monthlyAfter) === 0
  ) {
    return [];
  }
  return [
    `costs ${formatMoney(after.monthlyAfter)} ${
      after.currency
    } a month afterwards, not ${formatMoney(before.monthlyAfter)}`,
  ];
}

function compareResource(
  before: ResourceChange | undefined,
  after: ResourceChange,
): string[] {
  const { address, action } = after;
  const word = actionLooks[action].word;
  if (!before) return isTouched(after) ? [`${address}: ${word}, new`] : [];
  if (before.action !== action) {
    return [`${address}: ${word}, not ${actionLooks[before.action].word}`];
  }
  return after.attributes.flatMap(attribute => {
    const old = before.attributes.find(({ path }) => path === attribute.path);
    if (old && valueOf(old) === valueOf(attribute)) return [];
    return [
      `${address}: ${attribute.path} becomes ${valueOf(attribute)}${
        old ? `, not ${valueOf(old)}` : ''
      }`,
    ];
  });
}

function valueOf(attribute: AttributeChange): string {
  if (attribute.sensitive) return 'another sensitive value';
  if (attribute.unknownAfter) return 'known after apply';
  return attribute.after ?? 'removed';
}
