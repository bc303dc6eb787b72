import type { Resource } from '../../types';

/** Terraform's name for a store: `orders` for `orders-db`. */
export function labelOf({ name }: Resource): string {
  return name.replace(/-(db|cache|bucket|queue)$/, '').replaceAll('-', '_');
}
