export { flowsPlugin as default } from './plugin';
