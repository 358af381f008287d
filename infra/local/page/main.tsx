import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LocalTeamsPage } from './LocalTeamsPage.tsx';

const root = document.getElementById('page');
if (!root) throw new Error('index.html has no element with the id "page"');
createRoot(root).render(
  <StrictMode>
    <LocalTeamsPage />
  </StrictMode>,
);
