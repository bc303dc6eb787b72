export { costModuleAws as default } from './module';
