import { AwsError } from '../AwsError';

/** A member of a request is missing or does not have the form that it must have. */
export function invalid(message: string): AwsError {
  return new AwsError('ValidationException', message);
}

/** As AWS words a constraint that a member fails. */
export function unsatisfied(
  member: string,
  value: unknown,
  constraint: string,
): AwsError {
  const shown = value === undefined ? 'null' : `'${String(value)}'`;
  const at = member[0].toLowerCase() + member.slice(1);
  return invalid(
    `1 validation error detected: Value ${shown} at '${at}' failed to satisfy constraint: Member must ${constraint}`,
  );
}

/** The body is not JSON, or a member has the wrong type. */
export function malformed(): AwsError {
  return new AwsError(
    'SerializationException',
    'The request body is not JSON of the types that the operation takes',
  );
}

/** Something that a request names does not exist. */
export function notFound(
  message: string,
  details?: Record<string, unknown>,
): AwsError {
  return new AwsError('ResourceNotFoundException', message, 400, details);
}

/** A request goes against what is there, or against one that is under way. */
export function conflict(
  message: string,
  details?: Record<string, unknown>,
): AwsError {
  return new AwsError('ConflictException', message, 400, details);
}
