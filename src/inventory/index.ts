export * from './backup-inventory';
export * from './coverage/coverage';
export * from './entities';
export * from './property';
export * from './template-source';
export * from './text/text';
