import type { Kit } from '../../kit';
import type { Directory } from './directory/Directory';
import type { Incidents } from './Incidents';
import type { Presenter } from './present/Presenter';

/** What the routes work on. */
export interface PagerDutyContext {
  kit: Kit;
  directory: Directory;
  incidents: Incidents;
  present: Presenter;
}
