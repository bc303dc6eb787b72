export * from './approval';
export * from './change';
export * from './permissions';
export * from './wire';
