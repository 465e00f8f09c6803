export * from './document';
export * from './evaluate';
export { grammarProblems, statementProblems } from './grammar';
export type { PolicyKind } from './grammar';
export { isObject, isWritten, listOf, parsed } from './json';
export type { Json, JsonObject } from './json';
export { readDocument } from './read-document';
export * from './request';
