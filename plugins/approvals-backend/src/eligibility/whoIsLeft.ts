import type { StoredDelegation } from '../delegations/DelegationStore';

/**
 * Who may still decide, of those who hold a role and those who stand in for them. A stand-in has the
 * right himself, as one of the `delegates`, and takes the voice of one who is away and has not used it.
 */
export function whoIsLeft(options: {
  requester: string;
  holders: string[];
  delegates: string[];
  absences: StoredDelegation[];
  /** Whose voice is spent. */
  acted: Set<string>;
}): {
  eligible: string[];
  /** Person → the absent person. */
  standIns: Map<string, string>;
  away: string[];
} {
  const { requester, delegates, absences, acted } = options;
  const holders = options.holders.filter(user => user !== requester);
  const away = absences.filter(({ from }) => holders.includes(from));
  const standIns = new Map(
    away
      .filter(
        ({ from, to }) =>
          !acted.has(from) &&
          !acted.has(to) &&
          to !== requester &&
          delegates.includes(to) &&
          !holders.includes(to),
      )
      .map(({ from, to }) => [to, from]),
  );
  return {
    eligible: [...holders.filter(user => !acted.has(user)), ...standIns.keys()],
    standIns,
    away: away.map(({ from }) => from),
  };
}
