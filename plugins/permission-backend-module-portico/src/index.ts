export { permissionModulePortico as default } from './module';
