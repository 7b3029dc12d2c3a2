// How the two products are made of one tree. Each mode builds one entry into its own folder with the page named
// index.html; `development` serves all pages. Nothing here knows a screen.
import { FluentResource } from '@fluent/bundle';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const entries = ['desk', 'console', 'gallery'];

/** The twin of the window's commands (crates/twin), for development in a browser. */
const twin = process.env.DAFTARI_TWIN ?? 'http://127.0.0.1:4180';

function pageNamedIndex(entry: string): Plugin {
  return {
    name: 'page-named-index',
    enforce: 'post',
    generateBundle(_, bundle) {
      const page = bundle[`${entry}.html`];
      if (page) page.fileName = 'index.html';
    },
  };
}

/** While developing, the address alone is the desk's page. */
function deskFirst(): Plugin {
  return {
    name: 'desk-first',
    configureServer(server) {
      server.middlewares.use((request, _, next) => {
        if (request.url === '/') request.url = '/desk.html';
        next();
      });
    },
  };
}

/** Reads the messages while building: a page takes them over as JSON, which is there ten times sooner than their text. */
function messagesRead(): Plugin {
  return {
    name: 'messages-read',
    enforce: 'pre',
    transform(text, id) {
      if (!id.endsWith('.ftl')) return;
      const { body } = new FluentResource(text);
      return { code: `export default ${JSON.stringify(JSON.stringify(body))}`, map: null, moduleType: 'js' };
    },
  };
}

/** Copies packed once, beside what the council's server sends over slow lines again and again. */
function packedBeside(folder: string): Plugin {
  return {
    name: 'packed-beside',
    closeBundle() {
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|html)$/.test(file)) continue;
        const bytes = readFileSync(`${folder}/${file}`);
        writeFileSync(`${folder}/${file}.gz`, gzipSync(bytes, { level: 9 }));
        writeFileSync(`${folder}/${file}.br`, brotliCompressSync(bytes));
      }
    },
  };
}

export default defineConfig(({ mode }) => {
  const entry = entries.includes(mode) ? mode : 'desk';
  return {
    root: path('.'),
    base: './',
    publicDir: false,
    plugins: [
      svelte(),
      messagesRead(),
      deskFirst(),
      pageNamedIndex(entry),
      mode === 'console' && packedBeside(path('dist/console')),
    ],
    resolve: {
      alias: { $shared: path('src/shared'), $domain: path('src/domain'), $words: path('words') },
      conditions: process.env.VITEST ? ['browser'] : undefined,
    },
    build: {
      outDir: `dist/${entry}`,
      emptyOutDir: true,
      target: ['chrome109', 'safari16.4'],
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 700,
      rolldownOptions: {
        input: path(`${entry}.html`),
        // The first page's messages come with it; those of the other screens are asked for by the same line.
        checks: { ineffectiveDynamicImport: false },
        // What the first page needs in one file: each file more is one more way to the program and back.
        output: {
          codeSplitting: {
            groups: [
              { name: 'first', tags: ['$initial'], priority: 2 },
              { name: 'components', test: /src\/shared\/components\//, minShareCount: 3, priority: 1 },
            ],
          },
        },
      },
    },
    server: {
      host: '127.0.0.1',
      port: 5173,
      strictPort: true,
      proxy: { '/call': twin, '/events': twin, '/resource': twin },
    },
    test: {
      environment: 'jsdom',
      include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
      setupFiles: ['tests/setup.ts'],
      testTimeout: 20_000,
    },
  };
});
