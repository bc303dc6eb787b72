export * from './change';
export * from './client';
export * from './terraform';
