import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import feedback from '#words/en/feedback.json';
import promises from '#words/en/promises.json';
import { ApiProblem } from '../api/problem.ts';
import { start } from '../start.tsx';
import panel from '../words/en/panel.json';
import tab from '../words/en/tab.json';
import { App } from './App.tsx';

/** Where the server says when it may answer, the screen says so and waits. */
const mayHelp = (problem: unknown) =>
  problem instanceof ApiProblem &&
  problem.retryAfterS === 0 &&
  (problem.status === 0 || problem.status >= 500);

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, problem) => failures < 2 && mayHelp(problem),
      staleTime: 2_000,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

void start({ tab, panel, promises, feedback }, (client) => (
  <QueryClientProvider client={queries}>
    <App client={client} />
  </QueryClientProvider>
));
