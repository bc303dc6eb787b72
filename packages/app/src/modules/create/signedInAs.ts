import type { Person } from '../nav/usePerson';

/** "You are signed in as Nia Osei, member of commerce."; empty while it is not known. */
export function signedInAs(person: Person | undefined): string {
  if (!person) return '';
  const groups = person.groups.length
    ? `member of ${person.groups.join(', ')}`
    : 'in no group yet';
  return `You are signed in as ${person.name}, ${groups}.`;
}
