import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Request } from 'express';

/** Reference of the entity that a path names. */
export function refOf({ params }: Request): string {
  const { kind, namespace, name } = params;
  return stringifyEntityRef({ kind, namespace, name });
}
