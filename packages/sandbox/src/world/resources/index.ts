import type { Resource } from '../types';
import { providers } from './providers';
import { stores } from './stores';

/** The providers of the Technology Capability Model, and the data stores that stand on them. */
export const resources: Resource[] = [...providers, ...stores];
