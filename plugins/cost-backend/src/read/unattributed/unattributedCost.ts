import {
  parseMoney,
  shortServiceName,
  type Nanos,
  type UnattributedCauseView,
  type UnattributedCost,
} from '@portico/plugin-cost-common';
import { percentText } from '../../announce/words';
import type { Look } from '../Look';
import { cents, roundTo, shareOf, sum } from '../pure/amounts';
import { bySize } from '../pure/chartOf';
import { monthlyGroups } from '../sql/groups';
import { addTo, getOr } from '../sql/tables';
import { causeAction, causeTitle, type Cause } from './causes';
import { NameIndex } from './NameIndex';
import { readItems, type LooseItem } from './readItems';

/** What of the bill is nobody's, and what most of it comes from. */
export async function unattributedCost(
  look: Look,
  options: { goal: number; tagKeys: readonly string[] },
): Promise<UnattributedCost> {
  const { dictionary, frame, metric, reach } = look;
  const { months, knows } = frame;
  const [items, groups] = await Promise.all([
    readItems(look),
    monthlyGroups(look.db, {
      from: `${months[0]}-01`,
      to: reach.to,
      metric,
      subjects: 'all',
    }),
  ]);
  const bill = new Map<string, Nanos>();
  const loose = new Map<string, Nanos>();
  for (const { group, at, amount } of groups) {
    const kind = dictionary.groups.get(group)?.kind;
    if (kind === undefined || kind === 'estimated') continue;
    addTo(bill, at, amount);
    if (kind === 'unattributed') addTo(loose, at, amount);
  }
  const shares = months.map(month =>
    knows(month)
      ? shareOf(loose.get(month) ?? 0n, bill.get(month) ?? 0n)
      : null,
  );
  const before = shares.at(-2);
  const amount = cents(loose.get(frame.month) ?? 0n);
  return {
    amount,
    share: shares.at(-1) ?? 0,
    ...(typeof before === 'number' && { shareBefore: before }),
    goal: options.goal,
    months: months.map((month, at) => ({ month, share: shares[at] })),
    causes: causesOf(look, items, {
      total: parseMoney(amount),
      tagKeys: options.tagKeys,
    }),
  };
}

function causesOf(
  { catalog }: Look,
  items: readonly LooseItem[],
  { total, tagKeys }: { total: Nanos; tagKeys: readonly string[] },
): UnattributedCauseView[] {
  const byCause = new Map<Cause, LooseItem[]>();
  for (const item of items) getOr(byCause, item.cause, () => []).push(item);
  const causes = [...byCause]
    .map(([cause, its]) => ({
      cause,
      its,
      total: sum(its.map(({ amount }) => amount)),
    }))
    .sort(bySize);
  const rounded = roundTo(
    causes.map(it => it.total),
    total,
  );
  const names = new NameIndex(catalog);
  return causes.map(({ cause, its, total: amount }, at) => {
    const found = [...new Set(its.flatMap(it => it.found ?? []))];
    const value = found[0]?.split('=').pop();
    const suggestion = value && names.closest(value)?.name;
    return {
      cause,
      title: causeTitle(cause, tagKeys),
      amount: cents(rounded[at]),
      share: shareOf(rounded[at], total),
      where: whereOf(its, amount),
      action: causeAction(cause, {
        items: its.length,
        names: found,
        ...(suggestion && { suggestion }),
      }),
    };
  });
}

/** Where most of it is, e.g. `61 % of that is EC2 in account staging`. */
function whereOf(items: readonly LooseItem[], total: Nanos): string {
  const places = new Map<string, Nanos>();
  for (const { service, account, found, amount } of items) {
    const name = shortServiceName(service);
    const place = account ? `${name} in account ${account}` : name;
    addTo(places, found ? `${found}, ${place}` : place, amount);
  }
  const [most] = [...places]
    .map(([place, part]) => ({ place, total: part }))
    .sort(bySize);
  if (!most) return '';
  if (places.size === 1 || total <= 0n) return most.place;
  return `${percentText(shareOf(most.total, total))} of that is ${most.place}`;
}
