import type { Team } from './types';

const team = (name: string, title: string, description: string): Team => ({
  name,
  title,
  description,
  channel: `#${name}`,
});

/** The eight teams. */
export const teams: Team[] = [
  team(
    'payments',
    'Payments',
    'Takes money in, pays it out, and bills for it.',
  ),
  team(
    'commerce',
    'Commerce',
    'Products, carts, orders and everything until they arrive.',
  ),
  team(
    'platform',
    'Platform',
    'Clusters, delivery and the services that others build on.',
  ),
  team(
    'data',
    'Data',
    'Collects events, runs the lake, the warehouse and the models.',
  ),
  team(
    'growth',
    'Growth',
    'Customers, their preferences, campaigns and loyalty.',
  ),
  team(
    'workplace',
    'Workplace',
    'Tools for our own people: people operations, finance, portals.',
  ),
  team(
    'experience',
    'Experience',
    'Web, mobile and the public API: what customers see.',
  ),
  team(
    'identity',
    'Identity',
    'Who may sign in, who may do what, and the record of it.',
  ),
];
