export { createWelcomeRouter } from './welcomeRouter';
