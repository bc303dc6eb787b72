import type { Inventory, SandboxControl } from '../../kit';

/** What the services hold, by service and kind, keys sorted: the same before and after where nothing was left behind. */
export async function inventories(
  control: SandboxControl,
  only?: string,
): Promise<Record<string, Inventory>> {
  const all: Record<string, Inventory> = {};
  for (const service of control.services()) {
    if (only && service.name !== only) continue;
    const inventory = await service.inventory?.();
    if (!inventory) continue;
    all[service.name] = Object.fromEntries(
      Object.entries(inventory).map(([kind, keys]) => [kind, [...keys].sort()]),
    );
  }
  return all;
}
