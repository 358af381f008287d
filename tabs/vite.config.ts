import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { pageOf } from '../infra/statement.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The accessibility statement, from the page that the tests hold to what is true. */
const statement: Plugin = {
  name: 'statement',
  generateBundle() {
    const source = pageOf(readFileSync(here('../infra/azure/ACCESSIBILITY.md'), 'utf8'));
    this.emitFile({ type: 'asset', fileName: 'accessibility.html', source });
  },
};

/** Two pages: the personal tab and the side panel of a meeting. Nothing is inlined: the server's policy forbids it. */
export default defineConfig({
  root: here('.'),
  base: '/tabs/',
  plugins: [react(), statement],
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    chunkSizeWarningLimit: 1000,
    rollupOptions: { input: { personal: here('index.html'), panel: here('panel.html') } },
  },
});
