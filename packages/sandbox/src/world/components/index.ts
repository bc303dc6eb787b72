import type { Component } from '../types';
import { commerce } from './commerce';
import { data } from './data';
import { experience } from './experience';
import { growth } from './growth';
import { identity } from './identity';
import { payments } from './payments';
import { platform } from './platform';
import { workplace } from './workplace';

/** The 64 components, by team. */
export const components: Component[] = [
  ...payments,
  ...commerce,
  ...platform,
  ...data,
  ...growth,
  ...workplace,
  ...experience,
  ...identity,
];
