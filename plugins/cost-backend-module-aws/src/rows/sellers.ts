import type { Group } from '../client/Group';

const AWS = /amazon web services|amazon internet services|^aws\b/i;
const LEGAL_FORM =
  /,?\s+(?:inc|llc|ltd|limited|gmbh|corp|corporation|s\.?a\.?|b\.?v\.?)\.?$/i;

/**
 * Who made what is charged for: AWS, or who sells through its marketplace.
 *
 * @param groups by service and legal entity
 */
export function sellersOf(groups: readonly Group[]): Map<string, string> {
  return new Map(
    groups.map(({ keys: [service, entity] }) => [
      service,
      entity === '' || AWS.test(entity)
        ? 'AWS'
        : entity.replace(LEGAL_FORM, ''),
    ]),
  );
}
