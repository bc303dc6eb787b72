import type { SectionTone } from '@portico/ui';

/** The rule over a section: not current after an error, else bad news where there is some. */
export function toneOf(
  error: Error | undefined,
  bad: SectionTone | false | undefined,
): SectionTone {
  if (error) return 'stale';
  return bad || 'fine';
}
