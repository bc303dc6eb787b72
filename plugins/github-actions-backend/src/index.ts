export { githubActionsPlugin as default } from './plugin';
