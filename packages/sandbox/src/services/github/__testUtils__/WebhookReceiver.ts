import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A delivery as it arrived. */
export interface ReceivedWebhook {
  event: string;
  delivery: string;
  /** Whether the signature fits the receiver's secret. */
  signed: boolean;
  payload: {
    action?: string;
    sender?: { login: string };
    label?: { name: string };
    issue?: { number: number };
  };
}

/** Hears webhooks, as the portal does. */
export class WebhookReceiver {
  static async start(secret: string): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver(secret);
    await new Promise<void>(resolve =>
      receiver.#server.listen(0, '127.0.0.1', resolve),
    );
    return receiver;
  }

  readonly received: ReceivedWebhook[] = [];
  /** What it answers. */
  status = 200;
  readonly #server: Server;

  private constructor(secret: string) {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', chunk => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks);
        const digest = createHmac('sha256', secret).update(body).digest('hex');
        const { headers } = request;
        this.received.push({
          event: String(headers['x-github-event']),
          delivery: String(headers['x-github-delivery']),
          signed: headers['x-hub-signature-256'] === `sha256=${digest}`,
          payload: JSON.parse(body.toString()),
        });
        response.statusCode = this.status;
        response.end();
      });
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  stop(): void {
    this.#server.close();
  }
}
