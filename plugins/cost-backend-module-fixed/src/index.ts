export { costModuleFixed as default } from './module';
