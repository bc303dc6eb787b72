export * from './annotations';
export * from './display';
export * from './permissions';
export * from './problems';
export * from './wire';
