/** The Grafana that this is like. */
export const BUILD = {
  hideVersion: false,
  version: '12.3.1',
  versionString: 'Grafana v12.3.1 (simulated)',
  commit: 'simulated',
  commitShort: 'simulated',
  buildstamp: 1765900000,
  edition: 'Open Source',
  latestVersion: '',
  hasUpdate: false,
  env: 'production',
};
