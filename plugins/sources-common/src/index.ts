export * from './permissions';
export * from './source';
