import type { NameAvailability } from '@portico/plugin-flows-common';

const SOURCES = { catalog: 'the catalog', github: 'GitHub' };

/** What one reads when a name is taken: "orders is taken: component in the catalog". */
export function takenSentence(answer: NameAvailability): string {
  const where = answer.taken.map(({ message }) => message).join(' ');
  return `${answer.name} is taken. ${where}`;
}

/** Which sources could not be asked, and that it does not block; `undefined` if all were or the name is taken anyway. */
export function unknownSentence(answer: NameAvailability): string | undefined {
  if (answer.unknown.length === 0 || !answer.free) return undefined;
  const names = answer.unknown.map(({ where }) => SOURCES[where]).join(' and ');
  const reasons = answer.unknown.map(({ reason }) => reason).join(' ');
  return `${names} could not be asked: ${reasons} You can go on; the task checks again before it makes anything.`;
}
