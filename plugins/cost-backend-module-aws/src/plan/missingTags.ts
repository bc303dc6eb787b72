import type { Grouping } from './Grouping';

/**
 * Says which of the groupings that no cost has a value for don't exist at all. Only then is it asked which there are.
 *
 * @param tagKeys asks for the keys of the tags that there are
 */
export async function missingTags(
  unseen: readonly Grouping[],
  tagKeys: () => Promise<string[]>,
): Promise<string[]> {
  const tags = unseen.filter(({ kind }) => kind === 'tag');
  const known = tags.length ? await tagKeys() : [];
  return unseen
    .filter(({ kind, key }) => kind !== 'tag' || !known.includes(key))
    .map(({ kind, key }) =>
      kind === 'tag'
        ? `No cost carries the tag '${key}', so that nothing is told apart by it. ${
            known.length
              ? `Cost Explorer knows ${known.join(', ')}.`
              : 'Cost Explorer knows no tag at all.'
          } Activate it under Billing and Cost Management → Cost allocation tags (it then takes a day), or change groupBy under cost.aws.`
        : `No cost has a value in the cost category '${key}'. Check its name under Billing and Cost Management → Cost categories, or change groupBy under cost.aws.`,
    );
}
