import type { FileChange } from '../../services/github/git/GitRepositories';
import type { World } from '../types';
import { LABELS } from './labels';
import { offboardingForm } from './offboardingForm';
import { onboardingForm } from './onboardingForm';
import { readme } from './readme';

/** The repository in which people ask for someone to join or to leave: what it holds and who may do what there. */
export function onboardingRepository(world: World) {
  const peopleOps = world.people.filter(({ roles }) =>
    roles.includes('people-ops'),
  );
  const files: FileChange[] = [
    { path: 'README.md', content: readme },
    {
      path: '.github/ISSUE_TEMPLATE/config.yml',
      content: 'blank_issues_enabled: false\n',
    },
    {
      path: '.github/ISSUE_TEMPLATE/user-onboarding.yml',
      content: onboardingForm(world),
    },
    {
      path: '.github/ISSUE_TEMPLATE/user-offboarding.yml',
      content: offboardingForm(),
    },
    {
      path: '.github/CODEOWNERS',
      content: `* @${world.organization}/platform\n`,
    },
  ];
  return {
    name: 'onboarding',
    description: 'Ask for someone to join or to leave the mini-org',
    topics: ['people'],
    files,
    labels: LABELS,
    /** Permission by team: everyone else of the organisation reads and opens issues. */
    teams: { platform: 'maintain', identity: 'triage' } as const,
    /** Logins of who sets labels and closes issues: people operations. */
    maintainers: peopleOps.map(({ githubLogin }) => githubLogin),
  };
}
