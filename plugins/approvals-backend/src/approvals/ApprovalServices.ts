import type { Announcer } from '../delivery/Announcer';
import type { MessageComposer } from '../delivery/MessageComposer';
import type { Directory } from '../directory/Directory';
import type { Eligibility } from '../eligibility/Eligibility';
import type { ApprovalStore } from '../store/ApprovalStore';

/** What everything that changes approvals works with. */
export interface ApprovalServices {
  store: ApprovalStore;
  eligibility: Eligibility;
  directory: Directory;
  composer: MessageComposer;
  announcer: Announcer;
  now: () => Date;
}
