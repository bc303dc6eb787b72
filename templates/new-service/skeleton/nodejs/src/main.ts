import { buildServer } from './server.ts';

const server = buildServer({ logger: true });
const port = Number(process.env.PORT ?? 8080);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    // Out of the load balancer first, then finish what is under way.
    server.readiness.ready = false;
    server.app.close().then(
      () => process.exit(0),
      error => {
        server.app.log.error(error);
        process.exit(1);
      },
    );
  });
}

await server.app.listen({ host: '0.0.0.0', port });
server.readiness.ready = true;
