export * from './alerts';
export * from './dashboards';
export * from './fields';
export * from './panels';
