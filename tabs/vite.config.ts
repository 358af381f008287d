import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Two pages: the personal tab and the side panel of a meeting. Nothing is inlined: the server's policy forbids it. */
export default defineConfig({
  root: here('.'),
  base: '/tabs/',
  plugins: [react()],
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    chunkSizeWarningLimit: 1000,
    rollupOptions: { input: { personal: here('index.html'), panel: here('panel.html') } },
  },
});
