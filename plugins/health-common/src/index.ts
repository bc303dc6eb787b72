export * from './contract';
export * from './formatQuantity';
export * from './permissions';
export * from './signal';
export * from './verdict';
export * from './wire';
