export * from './import-arrows';
export * from './programs';
export * from './latest-cdk';
export * from './judges';
export * from './bindings';
export * from './npm-package';
export * from './weekly';
