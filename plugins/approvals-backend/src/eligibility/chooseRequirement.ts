import type { ResolvedRequirement } from './Eligibility';

/**
 * Which of the open requirements a person fills: the one that fewest others could fill, so that a
 * person who holds two roles does not take the place that only he could have taken elsewhere.
 *
 * @param wanted id of the one that the person chose
 */
export function chooseRequirement(
  resolved: ResolvedRequirement[],
  person: string,
  wanted?: string,
): ResolvedRequirement | undefined {
  return resolved
    .filter(
      ({ met, eligible, stored }) =>
        !met && eligible.includes(person) && (!wanted || stored.id === wanted),
    )
    .sort((a, b) => a.eligible.length - b.eligible.length)[0];
}
