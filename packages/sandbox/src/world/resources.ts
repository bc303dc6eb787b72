import type { Resource } from './types';

/** Providers and data stores. */
export const resources: Resource[] = [];
