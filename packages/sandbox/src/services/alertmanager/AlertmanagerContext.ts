import type { Kit } from '../../kit';
import type { Alerts } from './Alerts';
import type { Dispatcher } from './Dispatcher';
import type { Routing } from './Routing';
import type { Silences } from './Silences';

/** What the routes work on. */
export interface AlertmanagerContext {
  kit: Kit;
  alerts: Alerts;
  silences: Silences;
  routing: Routing;
  dispatcher: Dispatcher;
}
