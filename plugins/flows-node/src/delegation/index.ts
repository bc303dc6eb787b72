export { askPlugin, type PluginAccess } from './askPlugin';
export { Delegation } from './Delegation';
