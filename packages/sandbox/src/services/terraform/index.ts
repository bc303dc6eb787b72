export { createTerraformService } from './createTerraformService';
