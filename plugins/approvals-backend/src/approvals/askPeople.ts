import type { ResolvedRequirement } from '../eligibility/Eligibility';
import type { MessageComposer } from '../delivery/MessageComposer';
import type { Directory } from '../directory/Directory';
import type { NewApproval, OutboxMessage } from '../store/StoredApproval';

/** Whom to write to: all who can fill an open requirement and are not away. */
export function peopleToAsk(resolved: ResolvedRequirement[]): string[] {
  return [
    ...new Set(
      resolved
        .filter(({ met }) => !met)
        .flatMap(({ eligible, away }) =>
          eligible.filter(user => !away.includes(user)),
        ),
    ),
  ];
}

/** The messages that ask for a decision. */
export async function askPeople(options: {
  approval: NewApproval;
  resolved: ResolvedRequirement[];
  directory: Directory;
  composer: MessageComposer;
  /** e.g. "asks", "reminds you". */
  occasion: 'asked' | 'reminded';
}): Promise<OutboxMessage[]> {
  const { approval, resolved, directory, composer, occasion } = options;
  const recipients = peopleToAsk(resolved);
  const names = await directory.names([
    approval.requestedBy,
    approval.entityRef,
  ]);
  const who = names[approval.requestedBy];
  const entity = names[approval.entityRef];
  const reminder = occasion === 'reminded';
  return composer.compose({
    approval,
    recipients,
    headline: reminder
      ? `Still waits for you: ${approval.title}`
      : `${who} asks: ${approval.title}`,
    text: `${who} asks to change ${entity} in ${
      approval.environment
    }. It expires at ${approval.expiresAt.toISOString()}; then nothing is applied.`,
    link: 'See the difference and decide',
    severity:
      reminder || approval.change.effects.some(e => e.severity === 'bad')
        ? 'high'
        : 'normal',
    footer: `You get this since you are one of those who decide for ${resolved
      .filter(({ met }) => !met)
      .map(({ stored }) => stored.title)
      .join(' or ')}.`,
  });
}
