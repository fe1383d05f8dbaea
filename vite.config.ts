import { basename } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** The first paint needs styles and no script: on a slow line they must not share it. */
const scriptsAfterStyles: Plugin = {
  name: 'scripts-after-styles',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replaceAll(
        /<(script type="module"|link rel="modulepreload")/gu,
        '<$1 fetchpriority="low"',
      ),
  },
};

/** The browser's half: one static folder, served by CloudFront or by infra/local. */
export default defineConfig({
  root: 'web',
  plugins: [scriptsAfterStyles],
  css: {
    modules: {
      // `button-primary`: the same in each build, so that index.html can draw the door with them.
      generateScopedName: (name, file) => `${basename(file, '.module.css')}-${name}`,
    },
  },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // The content security policy allows neither inlined assets nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
});
