import { listText, timesText } from '../announce/words';
import { mainlyGrown, type Grown } from './Grown';

/** From so little on, against what came, there was nothing before. */
const NOTHING = 0.05;
/** Usage that grew by less than this has not grown. */
const STEADY = 1.03;
const HOURS_A_DAY = 24;

/**
 * Which resources or kinds of usage grew, in a sentence or two; nothing where none did.
 *
 * @param own name of whose it is: a resource of that name says nothing
 */
export function grownText(
  items: readonly Grown[],
  money: (amount: number) => string,
  own?: string,
): string {
  const { main, others } = mainlyGrown(
    items.map(item =>
      item.resource === own && plainDescription(item)
        ? { ...item, resource: undefined }
        : item,
    ),
  );
  if (main.length === 0) return '';
  const news = main.filter(isNew);
  const grown = main.filter(it => !isNew(it));
  const sentences = grown.map(it => grewText(it, money));
  if (news.length > 0) {
    const sum = news.reduce((all, { after }) => all + after, 0);
    sentences.unshift(
      `New: ${listText(news.map(nameOf))}, ${money(sum)} a day${usageOf(
        news,
      )}.`,
    );
  }
  const makers = [...new Set(main.flatMap(it => it.createdBy ?? []))];
  if (makers.length > 0) sentences.push(`Made by ${listText(makers)}.`);
  if (others > 0) {
    sentences.push(
      others === 1
        ? 'One more of its kind grew, too.'
        : `${others} more of their kind grew, too.`,
    );
  }
  return sentences.join(' ');
}

function isNew({ before, after }: Grown): boolean {
  return before < NOTHING * after;
}

function grewText(item: Grown, money: (amount: number) => string): string {
  const { before, after, quantityBefore = 0, quantityAfter = 0 } = item;
  const grew = `${nameOf(item)} grew from ${money(before)} to ${money(
    after,
  )} a day`;
  if (!quantityBefore || !quantityAfter) return `${grew}${usageOf([item])}.`;
  const usage = quantityAfter / quantityBefore;
  return usage < STEADY
    ? `${grew} at the same usage: its price went up.`
    : `${grew}, ${timesText(usage)} the usage${usageOf([item])}.`;
}

/** e.g. `6 g5.xlarge`, `order-events`, `GB Data Processed by NAT Gateways`. */
function nameOf(item: Grown): string {
  const machines = machinesOf(item);
  if (machines)
    return item.resource ? `${machines} (${item.resource})` : machines;
  return item.resource ?? plainDescription(item) ?? 'Usage without a resource';
}

/** How many machines ran day and night, where the bill tells their type and hours. */
function machinesOf({
  description = '',
  unit = '',
  quantityAfter = 0,
}: Grown): string | undefined {
  const [, type] =
    /\b([a-z]+\d[a-z0-9-]*\.\d*[a-z]+)\b/.exec(description) ?? [];
  const count = Math.round(quantityAfter / HOURS_A_DAY);
  if (!type || !/^h(ou)?rs?$/i.test(unit) || count < 2) return undefined;
  return `${count} ${type}`;
}

/** What was used, if all are of the same kind and the name does not say it already. */
function usageOf(items: readonly Grown[]): string {
  const [first, ...rest] = items;
  const words = plainDescription(first);
  if (!words || !first.resource || machinesOf(first)) return '';
  return rest.every(it => plainDescription(it) === words) ? ` (${words})` : '';
}

/** The bill's own description without its price: `$0.10 per GB-month of broker storage`. */
function plainDescription({ description }: Grown): string | undefined {
  return description?.replace(/^\$[\d.]+ (?:per|for) /, '') || undefined;
}
