export * from './document';
export * from './evaluate';
export { grammarProblems, statementProblems } from './grammar';
export type { PolicyKind } from './grammar';
export { isJsonObject, isWritten, parsed } from './json';
export type { Json, JsonObject } from './json';
export { awsManagedPolicy } from './managed-policies';
export { perhaps, readDocument } from './read-document';
export * from './request';
