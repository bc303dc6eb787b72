import { resolve } from 'node:path';
import { createSandbox } from './createSandbox';
import { oktaFromEnvironment, scimFromEnvironment } from './services';

async function main() {
  const dataDir = resolve(
    process.env.PORTICO_SANDBOX_DIR ?? '../../.portico/sandbox',
  );
  const sandbox = await createSandbox({
    dataDir,
    ports: 'fixed',
    scim: scimFromEnvironment(process.env),
    okta: oktaFromEnvironment(process.env),
  });
  process.stdout.write(`sandbox ready: ${sandbox.urls.control}\n`);

  const stop = () => {
    sandbox.stop().then(
      () => process.exit(0),
      error => {
        process.stderr.write(`sandbox: ${error.message}\n`);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch(error => {
  process.stderr.write(`sandbox: ${error.message}\n`);
  process.exit(1);
});
