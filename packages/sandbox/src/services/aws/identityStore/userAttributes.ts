import { Input, invalid } from '../json';
import type { UserAttributes } from './types';

const TEXTS = [
  'UserName',
  'DisplayName',
  'NickName',
  'ProfileUrl',
  'UserType',
  'Title',
  'PreferredLanguage',
  'Locale',
  'Timezone',
  'Website',
  'Birthdate',
];
const LISTS = ['Emails', 'Addresses', 'PhoneNumbers', 'Photos', 'Roles'];

/** Attributes without which IAM Identity Center takes no user, by the names that its error gives them. */
const REQUIRED: [name: string, isThere: (user: UserAttributes) => unknown][] = [
  ['username', user => user.UserName],
  ['displayname', user => user.DisplayName],
  ['givenname', user => user.Name?.GivenName],
  ['familyname', user => user.Name?.FamilyName],
];

/**
 * Reads the attributes of a user, and leaves the rest.
 *
 * @throws AwsError `ValidationException` that lists what is missing, `SerializationException` for a wrong type
 */
export function readUserAttributes(input: Input): UserAttributes {
  const attributes: Record<string, unknown> = {};
  for (const name of TEXTS) attributes[name] = input.optionalText(name);
  for (const name of LISTS) {
    attributes[name] = input.has(name) ? input.list(name) : undefined;
  }
  for (const email of input.list('Emails')) new Input(email).text('Value');
  if (input.optionalObject('Name')) attributes.Name = input.value('Name');
  const user = attributes as UserAttributes;
  const missing = REQUIRED.filter(([, isThere]) => !isThere(user));
  if (missing.length > 0) {
    throw invalid(
      missing
        .map(([name]) => `${name}: The attribute ${name} is required`)
        .join(', '),
    );
  }
  return user;
}

/**
 * The attributes after the operations of `UpdateUser`: a path such as `title`, `emails` or
 * `name.familyName`, and a value, or none to remove the attribute.
 *
 * @throws AwsError `ValidationException` for a path that leads nowhere
 */
export function applyOperations(
  user: UserAttributes,
  operations: Input[],
): UserAttributes {
  const changed: Record<string, unknown> = { ...user };
  for (const operation of operations) {
    const path = operation.text('AttributePath');
    const value = operation.value('AttributeValue');
    const [attribute, part, ...rest] = path.split('.').map(capitalize);
    if (attribute === 'Name' && part && rest.length === 0) {
      changed.Name = { ...(changed.Name as object), [part]: value };
    } else if (
      part === undefined &&
      [...TEXTS, ...LISTS, 'Name'].includes(attribute)
    ) {
      changed[attribute] = value;
    } else {
      throw invalid(`The attribute path ${path} is not supported`);
    }
  }
  return readUserAttributes(new Input(changed));
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
