export { changeKindSchema, changeSchema } from './changeSchema';
export { completeChange, type ChangeDraft } from './completeChange';
export { fingerprintOf } from './fingerprintOf';
