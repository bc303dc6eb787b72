import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { OktaAdmin, OktaPerson, Profile } from '../client/OktaAdmin';
import { readTaskMark } from './taskMark';

/** Attributes of `wanted` that differ; the mark does not count. */
export function differingAttributes(
  wanted: Profile,
  { profile }: OktaPerson,
): string[] {
  return Object.keys(wanted).filter(
    key => key !== 'profileUrl' && wanted[key] !== profile[key],
  );
}

/**
 * Whether the person who is there can be taken as they are: made by another task or by hand, with
 * exactly the wanted attributes.
 *
 * @throws ConflictError if they are someone else, or deactivated
 */
export function keepOrRefuse(
  admin: OktaAdmin,
  found: OktaPerson,
  wanted: Profile,
): void {
  const where = `${admin.pageUrl(found)}`;
  if (found.status === 'DEPROVISIONED') {
    throw new ConflictError(
      `${wanted.login} is in Okta, deactivated: someone who left. Activate or delete them there before they are brought in again. ${where}`,
    );
  }
  const differing = differingAttributes(wanted, found);
  if (differing.length > 0) {
    throw new ConflictError(
      `${wanted.login} is in Okta already, with another ${differing.join(
        ', ',
      )}, and this task did not make them. Choose another login, or change them in Okta. ${where}`,
    );
  }
}

/**
 * Makes the person, or brings the one that this task made before to what is wanted.
 *
 * @param options.wanted with the mark of the task
 * @throws InputError if Okta refuses an attribute
 */
export async function ensureUser(options: {
  admin: OktaAdmin;
  wanted: Profile;
  taskId: string;
  /** What is there under that login, of this task. */
  found?: OktaPerson;
  activate: boolean;
  sendEmail: boolean;
  logger: LoggerService;
}): Promise<OktaPerson> {
  const { admin, wanted, taskId, found, logger } = options;
  const isOurs = (person?: OktaPerson) =>
    person !== undefined && readTaskMark(person) === taskId;
  let person = found;
  if (!person) {
    person = await admin.create(wanted).catch(async error => {
      // The answer to an attempt that made them may have been lost, so that the next one was refused.
      const made = await admin.find(wanted.login);
      if (made && isOurs(made)) return made;
      throw error;
    });
    logger.info(`Okta user ${wanted.login}: not there, made`);
  } else {
    const differing = differingAttributes(wanted, person);
    if (differing.length > 0) await admin.update(person.id, wanted);
    logger.info(
      `Okta user ${wanted.login}: already there, made by this task before${
        differing.length ? `; changed ${differing.join(', ')}` : ''
      }`,
    );
  }
  if (!options.activate || person.status !== 'STAGED') return person;
  const { id } = person;
  await admin.activate(id, options.sendEmail).catch(async error => {
    const now = await admin.get(id);
    if (now.status === 'STAGED') throw error;
  });
  const activated = await admin.get(id);
  logger.info(`Okta user ${wanted.login}: activated (${activated.status})`);
  return activated;
}
