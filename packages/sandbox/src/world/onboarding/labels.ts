/** Labels of the repository `onboarding`. */
export const LABELS = [
  {
    name: 'onboarding',
    color: '0e6570',
    description: 'Someone joins; set by the form',
  },
  {
    name: 'offboarding',
    color: '8a5200',
    description: 'Someone leaves; set by the form',
  },
  {
    name: 'approved',
    color: '256e3b',
    description: 'People operations agree: the flow begins',
  },
  {
    name: 'rejected',
    color: 'b3261e',
    description: 'People operations do not agree',
  },
  {
    name: 'in-progress',
    color: 'bdb3a4',
    description: 'The flow is under way',
  },
  {
    name: 'failed',
    color: 'd73a4a',
    description: 'The flow ended without success: see the last comment',
  },
];
