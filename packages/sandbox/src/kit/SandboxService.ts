import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Clock } from './Clock';
import type { ServiceName } from './ports';
import type { Store } from './Store';

/** What every service is built from. Services that lean on one another take each other as constructor options. */
export interface Kit {
  store: Store;
  clock: Clock;
  /** Folder for what does not fit the store, e.g. bare repositories. A reset empties it. */
  dataDir: string;
  /** Base URL of each service, without a trailing slash, e.g. `http://127.0.0.1:7101`; of `smtp` e.g. `smtp://127.0.0.1:7110`. */
  urls: Record<ServiceName, string>;
  /**
   * Runs work that outlives its request. A failure is printed with `what` and never ends the process.
   * A stop or reset waits for it, and ends the sleeps of its clock.
   */
  background(what: string, work: () => Promise<void>): void;
}

/**
 * What a service holds that a person or a flow can make and leave behind: keys by kind, e.g.
 * `{ repositories: ['mini-org/orders'] }`. A key is the same for the same thing before and after, so it has
 * no generated id and nothing that moves by itself (health, timestamps).
 */
export type Inventory = Record<string, string[]>;

/** One service of the sandbox. */
export interface SandboxService {
  readonly name: ServiceName;
  /** Shown on the index page, e.g. "GitHub". */
  readonly title: string;
  /** One sentence for the index page: what it does here, and what is simulated. */
  readonly description: string;
  /** The credential that it accepts, for the index page; the sandbox has no real secrets. */
  readonly credential?: string;
  /** A page that a person can open, if there is one. */
  readonly page?: string;
  /** All its routes. Authentication is the service's own: it answers 401 as the real one does. */
  readonly router: RequestHandler;
  /** Answers an unknown route as the real service does. */
  notFound(request: Request, response: Response): void;
  /** Turns what a route threw into an answer as the real service gives it. */
  onError(
    error: Error,
    request: Request,
    response: Response,
    next: NextFunction,
  ): void;
  /**
   * Answers with this HTTP status and the body that the real service gives with it, as a fault of kind
   * `status` asks for. A JSON object with a message if absent.
   */
  fail?(status: number, request: Request, response: Response): void;
  /** For `GET /objects` of the control service, which sorts the keys; left out if absent. */
  inventory?(): Inventory | Promise<Inventory>;
  /**
   * Fills an empty store, and makes the folders that it needs below `kit.dataDir`. Called on a new data
   * folder and after each reset, in the order in which services are listed; also again, on the emptied
   * collections of its name, where the process died half-way.
   */
  seed?(): Promise<void>;
  /** Takes up background work, also after a restart: what was under way goes on. */
  start?(): Promise<void>;
  /**
   * Ends background work and forgets what memory holds beside the store. `start` may follow: a reset stops
   * all services, empties store and data folder, seeds and starts the same objects again.
   */
  stop?(): Promise<void>;
}

declare module 'express-serve-static-core' {
  interface Locals {
    /** Set by a service's authentication for the request log. */
    caller?: string;
    /** Set for requests that are not worth a line in the request log, e.g. those that read it. */
    unlogged?: boolean;
  }
}
