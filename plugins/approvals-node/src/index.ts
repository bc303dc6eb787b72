export * from './change';
export * from './client';
