import type { NextFunction, Request, Response } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  html,
  renderPage,
  sendPage,
  type Kit,
  type SandboxService,
} from '../../kit';
import type { World } from '../../world';
import { allocate, readAggregate } from './allocations';
import { readStep, readWindow, stepsOf } from './window';

const DAY_MS = 86_400_000;

/** OpenCost: what the cluster's workloads asked for, in money; https://opencost.io/docs/integrations/api/ */
export class OpenCostService implements SandboxService {
  readonly name = 'opencost';
  readonly title = 'OpenCost';
  readonly description =
    'Allocations of the cluster by namespace, controller and label, with what is idle. Simulated: prices are those of the nodes on the bill.';
  readonly page = '/';
  readonly router = PromiseRouter();

  constructor({ kit, world }: { kit: Kit; world: World }) {
    const { router } = this;
    router.get('/healthz', (_request, response) => {
      response.sendStatus(200);
    });
    router.get(
      ['/allocation', '/allocation/compute'],
      (request: Request, response: Response) => {
        const { query } = request;
        const text = (name: string) => String(query[name] ?? '');
        const window = readWindow(text('window'), kit.clock.now());
        if (!window) {
          refuse(response, `Invalid 'window' parameter: ${text('window')}`);
          return;
        }
        const aggregate = readAggregate(text('aggregate') || 'namespace');
        if (!aggregate) {
          refuse(
            response,
            `Invalid 'aggregate' parameter: ${text('aggregate')}`,
          );
          return;
        }
        const whole = text('accumulate') === 'true';
        const step = readStep(text('step') || '1d');
        if (!step) {
          refuse(response, `Invalid 'step' parameter: ${text('step')}`);
          return;
        }
        const includeIdle = text('includeIdle') === 'true';
        const steps = whole ? [window] : stepsOf(window, step);
        response.json({
          code: 200,
          status: 'success',
          data: steps.map(one =>
            allocate(world, one, { aggregate, includeIdle }),
          ),
        });
      },
    );
    router.get('/', (_request, response) => {
      const end = Math.floor(kit.clock.now().getTime() / DAY_MS) * DAY_MS;
      const lines = allocate(
        world,
        { start: end - DAY_MS, end },
        { aggregate: readAggregate('namespace')!, includeIdle: true },
      );
      sendPage(
        response,
        renderPage({
          title: 'OpenCost',
          body: html`<p>Yesterday, by namespace. Simulated by the sandbox.</p>
            <table>
              <thead>
                <tr>
                  <th>Namespace</th>
                  <th>USD</th>
                </tr>
              </thead>
              <tbody>
                ${Object.values(lines)
                  .sort((a, b) => b.totalCost - a.totalCost)
                  .map(
                    ({ name, totalCost }) =>
                      html`<tr>
                        <td>${name}</td>
                        <td>${totalCost.toFixed(2)}</td>
                      </tr>`,
                  )}
              </tbody>
            </table>`,
        }),
      );
    });
  }

  fail(status: number, _request: Request, response: Response) {
    response
      .status(status)
      .json({ code: status, message: 'Fault injected by the sandbox' });
  }

  notFound(_request: Request, response: Response) {
    response.status(404).type('text/plain').send('404 page not found\n');
  }

  onError(
    error: Error,
    _request: Request,
    response: Response,
    _next: NextFunction,
  ) {
    process.stderr.write(`sandbox: opencost: ${error.stack}\n`);
    response.status(500).json({ code: 500, message: error.message });
  }
}

function refuse(response: Response, message: string): void {
  response.status(400).json({ code: 400, message });
}
