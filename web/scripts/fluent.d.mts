import type { Plugin } from 'vite';

export declare function textsOf(source: string): [id: string, pattern: unknown][];
export declare function fluent(): Plugin;
