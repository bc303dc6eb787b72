export * from './targets';
export * from './wire';
