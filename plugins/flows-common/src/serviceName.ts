/** Longest service name: a Kubernetes label value has 63 characters, and suffixes such as `-production` need room. */
export const SERVICE_NAME_MAX_LENGTH = 40;

/**
 * What is wrong with a service name, in words for the person who types it; `undefined` if nothing is.
 * The name becomes a repository, a Kubernetes object (RFC 1123 label) and an entity name.
 */
export function explainServiceName(name: string): string | undefined {
  if (!name) return 'Give the service a name.';
  if (/\s/.test(name)) return 'Use hyphens instead of spaces, e.g. gift-cards.';
  if (/[A-Z]/.test(name)) {
    const suggestion = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    return `Use lower-case letters only, e.g. ${suggestion}.`;
  }
  if (/[^a-z0-9-]/.test(name)) {
    return 'Use only lower-case letters, digits and hyphens.';
  }
  if (!/^[a-z]/.test(name)) return 'Start with a letter.';
  if (name.endsWith('-')) return 'End with a letter or a digit.';
  if (name.includes('--')) return 'Use one hyphen at a time.';
  if (name.length < 3) return 'Use at least 3 characters.';
  if (name.length > SERVICE_NAME_MAX_LENGTH) {
    return `Use at most ${SERVICE_NAME_MAX_LENGTH} characters; this has ${name.length}.`;
  }
  return undefined;
}

/** What `GET /api/flows/names/:name` answers: where a name is already used. */
export interface NameAvailability {
  name: string;
  free: boolean;
  taken: {
    /** Where it was found. */
    where: 'catalog' | 'github';
    /** Sentence for the person, e.g. "The repository mini-org/orders exists." */
    message: string;
    url?: string;
  }[];
  /** Sources that could not be asked, with the reason: then `free` rests on the others alone. */
  unknown: { where: 'catalog' | 'github'; reason: string }[];
}
