export * from './approval';
export * from './change';
export * from './money';
export * from './permissions';
export * from './wire';
