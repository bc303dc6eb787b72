export type * from './common';
export type * from './entity';
export type * from './estimate';
export type * from './findings';
export type * from './organisation';
export type * from './prices';
