import type { Domain } from './types';

/** The layers of the Application Reference Model. */
export const domains: Domain[] = [
  {
    name: 'customer-facing',
    title: 'Customer facing applications',
    description: 'What customers and partners open: web, mobile, public API.',
    owner: 'experience',
  },
  {
    name: 'internal',
    title: 'Internal applications',
    description: 'What our own people work with, from HR to operations.',
    owner: 'workplace',
  },
  {
    name: 'business-services',
    title: 'Business services',
    description: 'What we sell and how: customers, orders, payments, products.',
    owner: 'commerce',
  },
  {
    name: 'platform-services',
    title: 'Platform services',
    description: 'What services share: identity, messaging, storage, search.',
    owner: 'platform',
  },
  {
    name: 'data-services',
    title: 'Data services',
    description: 'Where data is kept and how it gets there.',
    owner: 'data',
  },
];
