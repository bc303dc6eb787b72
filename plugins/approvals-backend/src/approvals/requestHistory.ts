import type { NewApproval, NewHistory } from '../store/StoredApproval';
import type { Draft } from './RequestDrafter';

/** What the history begins with, oldest first. */
export function requestHistory(options: {
  approval: NewApproval;
  draft: Draft;
  /** How many are notified. */
  people: number;
  entityName: string;
}): NewHistory[] {
  const { approval, draft, people, entityName } = options;
  const { plan } = approval.change;
  const at = approval.requestedAt;
  const titles = approval.requirements.map(({ title }) => title).join(' and ');
  return [
    ...(approval.supersedes
      ? []
      : [
          {
            event: 'started' as const,
            who: approval.requestedBy,
            at,
            text: `asked through ${
              approval.templateTitle ?? 'a flow'
            } for ${entityName}, ${approval.environment}`,
          },
        ]),
    ...(plan
      ? [
          {
            event: 'planned' as const,
            at: new Date(plan.plannedAt),
            text: `${approval.supersedes ? 'planned again' : 'planned'}, ${
              plan.id
            }${
              plan.stateSerial === undefined
                ? ''
                : ` from state serial ${plan.stateSerial}`
            }`,
          },
        ]
      : []),
    {
      event: 'asked',
      at,
      text: `asked ${titles}; ${people} ${
        people === 1 ? 'person' : 'people'
      } notified`,
    },
    ...draft.stranded.map(title => ({
      event: 'escalated' as const,
      at,
      text: approval.requirements.some(r => r.title === title && r.escalatedTo)
        ? `nobody but the requester could decide for ${title}; those who stand above were asked in their place`
        : `nobody can decide for ${title}: the group has no other member`,
    })),
  ];
}
