export * from './annotations';
export * from './permissions';
export * from './problems';
export * from './wire';
