export * from './extensionPoint';
export * from './HealthProvider';
export * from './HealthResponder';
export * from './HealthSeriesProvider';
export * from './HealthTimelineProvider';
