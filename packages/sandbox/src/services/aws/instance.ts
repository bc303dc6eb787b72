import { createHash } from 'node:crypto';

/** The one region in which the organisation has IAM Identity Center; elsewhere there is none. */
export const REGION = 'us-east-1';

/** Id of the directory that holds the users and groups. */
export const IDENTITY_STORE_ID = 'd-9067a3c51e';

const INSTANCE_ID = 'ssoins-7223c0ffee5a9d14';

/** The instance of IAM Identity Center. */
export const INSTANCE_ARN = `arn:aws:sso:::instance/${INSTANCE_ID}`;

/** Form of the ids of users, groups and memberships. */
export const RESOURCE_ID =
  /^([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}$/;

/** The ARN of a permission set; always the same for a name. */
export function permissionSetArn(name: string): string {
  const id = digest(`permission set/${name}`).slice(0, 16);
  return `arn:aws:sso:::permissionSet/${INSTANCE_ID}/ps-${id}`;
}

/** An id of a user, group or membership that is always the same for a name, in the form `9067a3c51e-<UUID>`. */
export function resourceIdOf(name: string): string {
  const hex = digest(name);
  return resourceId(
    [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `8${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-'),
  );
}

/** The id that the directory gives to what has this UUID. */
export function resourceId(uuid: string): string {
  return `${IDENTITY_STORE_ID.slice(2)}-${uuid}`;
}

function digest(name: string): string {
  return createHash('sha256').update(name).digest('hex');
}
