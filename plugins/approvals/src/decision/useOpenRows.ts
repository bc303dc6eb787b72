import type { ResourceChange } from '@portico/plugin-approvals-common';
import { useState } from 'react';

/** More resources than that begin closed, but for those that are replaced. */
const MANY = 12;

/** What is gone anyway and what is only read begins closed. */
function opensItself({ action }: ResourceChange, many: boolean): boolean {
  return action === 'replace' || (!many && ['change', 'add'].includes(action));
}

/** Which resources are open. */
export function useOpenRows(resources: ResourceChange[]) {
  const [chosen, setChosen] = useState<Record<string, boolean>>({});
  const many = resources.length > MANY;
  const isOpen = (resource: ResourceChange) =>
    chosen[resource.address] ?? opensItself(resource, many);
  const withAttributes = resources.filter(r => r.attributes.length > 0);
  const allOpen = withAttributes.every(isOpen);
  return {
    isOpen,
    allOpen,
    any: withAttributes.length > 0,
    toggle: (resource: ResourceChange) =>
      setChosen(before => ({
        ...before,
        [resource.address]: !isOpen(resource),
      })),
    toggleAll: () =>
      setChosen(
        Object.fromEntries(resources.map(({ address }) => [address, !allOpen])),
      ),
  };
}
