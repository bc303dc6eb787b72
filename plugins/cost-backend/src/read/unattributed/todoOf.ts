import { moneyText } from '../../announce/words';
import type { LooseItem } from './readItems';

/** What to do about one item, and a line to copy for it. */
export interface Todo {
  todo: string;
  copy?: string;
}

/**
 * @param options.name of the entity that it may be
 * @param options.tagKey the tag that names entities
 */
export function todoOf(
  item: LooseItem,
  options: { name?: string; ref?: string; tagKey: string; currency: string },
): Todo {
  const { cause, found, resourceId, service, provider, rule } = item;
  const { currency, name = '<component>', ref, tagKey } = options;
  const entity = ref ?? 'component:default/<name>';
  const tag = tagLine(resourceId, `${tagKey}=${name}`);
  switch (cause) {
    case 'no-tag':
      return {
        todo: `Tag it with the service that it is for.`,
        copy: tag,
      };
    case 'unknown-name':
      return {
        todo: options.name
          ? `${found} names nothing in the catalog; perhaps ${options.name} is meant. Correct the tag.`
          : `${found} names nothing in the catalog. Correct the tag, or give the entity that it is the selector.`,
        copy: options.name
          ? tag
          : `portico/cost-selector: "${selectorOf(found ?? '')}"`,
      };
    case 'claimed-twice':
      return {
        todo: `${found} both say that it is theirs. Make the selector of one of them narrower.`,
        ...(resourceId && {
          copy: `portico/cost-selector: "resource=${resourceId}"`,
        }),
      };
    case 'no-split':
      return {
        todo: `${
          rule ? `The rule ${rule}` : 'A rule'
        } calls it shared. Say in cost.rules who shares it, and how.`,
        copy: ruleLine([`service=${service}`], 'split: { inProportion: all }'),
      };
    case 'idle':
      return {
        todo: `Nobody asked for this part of the cluster (${moneyText(
          item.amount,
          currency,
        )}). Make the cluster smaller, or share what is idle.`,
        copy: ruleLine([`service=${service}`], 'split: { inProportion: all }'),
      };
    default:
      return {
        todo: `${provider} sends no tags. Say in cost.rules whose it is, or who shares it.`,
        copy: ruleLine(
          [`provider=${provider}`, ...accountOf(item)],
          `entity: ${entity}`,
        ),
      };
  }
}

/** For AWS the whole command (https://docs.aws.amazon.com/cli/latest/reference/resourcegroupstaggingapi/tag-resources.html). */
function tagLine(resourceId: string | undefined, tag: string): string {
  return resourceId?.startsWith('arn:')
    ? `aws resourcegroupstaggingapi tag-resources --resource-arn-list '${quoted(
        resourceId,
      )}' --tags '${quoted(tag)}'`
    : tag;
}

/** Names on a bill are anybody's words; a line that is pasted into a shell holds them as one word. */
function quoted(text: string): string {
  return text.replaceAll("'", `'\\''`);
}

function ruleLine(when: readonly string[], decides: string): string {
  return `- { when: [${when
    .map(condition => JSON.stringify(condition))
    .join(', ')}], ${decides} }`;
}

function accountOf({ accountId }: LooseItem): string[] {
  return accountId ? [`account=${accountId}`] : [];
}

function selectorOf(found: string): string {
  return /^tag:/.test(found) ? found : `tag:${found}`;
}
