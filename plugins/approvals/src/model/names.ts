/** The name for people of an entity reference; the last part of the reference where nobody knows one. */
export function nameOf(ref: string, names: Record<string, string>): string {
  return names[ref] ?? ref.replace(/^.*[:/]/, '');
}

/** `Kofi Mensah, Lin Zhao and 3 more`. */
export function listNames(
  refs: string[],
  names: Record<string, string>,
  most = 4,
): string {
  const words = refs.slice(0, most).map(ref => nameOf(ref, names));
  const more = refs.length - words.length;
  return more > 0 ? `${words.join(', ')} and ${more} more` : words.join(', ');
}
