export * from './backup-inventory';
export * from './coverage/coverage';
export * from './entities';
export { accountPart, environmentKey, partitionPart, regionPart, sameEnvironment } from './environment';
export * from './property';
export * from './resource-key';
export * from './template-source';
export { sameArn } from './text/arn';
export * from './text/text';
