declare module '*.ftl' {
  /** Ids and patterns, read at build time. */
  const texts: [id: string, pattern: import('@fluent/bundle').Message['value']][];
  export default texts;
}
