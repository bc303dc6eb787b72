import {
  alertSilencePermission,
  incidentAcknowledgePermission,
  onCallPagePermission,
  type ResponseOffer,
} from '@portico/plugin-health-common';

/** Kinds that a responder does, with what one needs for them. The other kinds open a page that checks itself. */
export const PERMISSIONS = {
  acknowledge: incidentAcknowledgePermission,
  silence: alertSilencePermission,
  page: onCallPagePermission,
};

const WORDS: Record<keyof typeof PERMISSIONS, string> = {
  acknowledge: 'acknowledge incidents',
  silence: 'silence alerts',
  page: 'page whoever is on call',
};

/** Who may, to those who may not. */
export function missingPermission(
  kind: Exclude<ResponseOffer['kind'], 'roll-back' | 'runbook'>,
  entityRef: string,
): string {
  return `You may not ${WORDS[kind]} for ${entityRef}: engineers may for what their teams own, and the platform team may (permission '${PERMISSIONS[kind].name}').`;
}
