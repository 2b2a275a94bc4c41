// Reads the Fluent files at build time, so that no page carries the parser: a module of [id, pattern] pairs.
import { FluentResource } from '@fluent/bundle';

/** The texts of a Fluent source. */
export function textsOf(source) {
  return new FluentResource(source).body.map(({ id, value }) => [id, value]);
}

/** The plugin for the build. */
export function fluent() {
  return {
    name: 'fluent',
    transform(source, id) {
      if (!id.endsWith('.ftl')) return null;
      return { code: `export default ${JSON.stringify(textsOf(source))}`, map: null, moduleType: 'js' };
    },
  };
}
