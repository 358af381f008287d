import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the local Teams page. It is served at `/`, its files below `/local/page/`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/local/page/',
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000 },
});
