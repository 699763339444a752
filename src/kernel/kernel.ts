// What the compiled loop offers to core/csv/kernel.ts.
export * from './memory';
export * from './records';
export * from './fields';
export * from './values';
