// Read by the build and by the editors' language tools.
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default {
  preprocess: vitePreprocess(),
  compilerOptions: {
    runes: true,
    // Shorter than usual: the mark of a component's styles stands in nearly every line of the built pages.
    cssHash: ({ hash, filename }) => `s${hash(filename.slice(filename.lastIndexOf('src/'))).slice(-4)}`,
  },
};
