export { costModuleFocus as default } from './module';
