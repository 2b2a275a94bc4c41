declare module '*.ftl' {
  import type { Message } from '@fluent/bundle';

  /** Ids and patterns, read at build time. */
  const texts: [id: string, pattern: Message['value']][];
  export default texts;
}
