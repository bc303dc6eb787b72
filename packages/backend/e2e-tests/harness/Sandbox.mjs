import { join } from 'node:path';
import { Service } from './Service.mjs';

const CONTROL = 'http://127.0.0.1:7100';

/** The sandbox on its fixed ports, with a memory of its own. */
export class Sandbox extends Service {
  constructor({ folder, env }) {
    super({
      what: 'The sandbox',
      args: ['packages/sandbox/src/main.ts'],
      env: { PORTICO_SANDBOX_DIR: join(folder, 'sandbox'), ...env },
      log: join(folder, 'sandbox.log'),
      isReady: async () => (await fetch(`${CONTROL}/health`)).ok,
    });
  }

  /** What all services hold: sorted keys by service; equal where nothing was made or left behind. */
  objects() {
    return ask('/objects');
  }

  /** Requests after the one with that id, oldest first; `filter`: `service`, `method` (`POST,PUT`). */
  requests(filter = {}) {
    return ask(`/requests?${new URLSearchParams(filter)}`);
  }

  addFault(fault) {
    return ask('/faults', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fault),
    });
  }

  faults() {
    return ask('/faults');
  }

  removeFault(id) {
    return ask(`/faults/${id}`, { method: 'DELETE' });
  }

  clearFaults() {
    return ask('/faults', { method: 'DELETE' });
  }
}

async function ask(path, options) {
  const response = await fetch(`${CONTROL}${path}`, options);
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${text.slice(0, 500)}`);
  }
  return text ? JSON.parse(text) : undefined;
}
