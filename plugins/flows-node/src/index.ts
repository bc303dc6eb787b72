export * from './cleanup';
export * from './delegation';
export * from './guard';
export * from './ledger';
export * from './takeover';
export * from './visibility';
export { DefaultNameService } from './names/DefaultNameService';
export type { GithubPlace, NameService } from './names/NameService';
