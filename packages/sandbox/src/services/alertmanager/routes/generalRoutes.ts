import PromiseRouter from 'express-promise-router';
import type { AlertmanagerContext } from '../AlertmanagerContext';
import { RECEIVERS } from '../Routing';

const VERSION = {
  branch: 'HEAD',
  buildDate: '20250307-15:05:18',
  buildUser: 'sandbox',
  goVersion: 'go1.23.7',
  revision: 'simulated',
  version: '0.28.1',
};

/** `/status` and `/receivers`. */
export function createGeneralRoutes(context: AlertmanagerContext) {
  const { kit, routing } = context;
  const startedAt = kit.clock.now().toISOString();
  const router = PromiseRouter();

  router.get('/status', (_request, response) => {
    const name = '01SANDBOX00000000000000000';
    response.json({
      cluster: {
        name,
        peers: [{ address: '127.0.0.1:9094', name }],
        status: 'ready',
      },
      config: { original: routing.toYaml(kit.urls.pagerduty) },
      uptime: startedAt,
      versionInfo: VERSION,
    });
  });

  router.get('/receivers', (_request, response) => {
    response.json(RECEIVERS.map(name => ({ name })));
  });

  return router;
}
