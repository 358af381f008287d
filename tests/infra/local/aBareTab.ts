import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

declare global {
  interface Window {
    /** What TeamsJS calls itself without a bundler. */
    microsoftTeams: typeof import('@microsoft/teams-js');
    themes: string[];
  }
}

const TEAMS_JS = createRequire(import.meta.url).resolve('@microsoft/teams-js');
const PAGE = '<!doctype html><title>Bare tab</title><script src="/tabs/teams.js"></script>';

export interface BareTab {
  port: number;
  stop: () => void;
}

/** An app whose tab and side panel hold nothing but Microsoft's TeamsJS, unmodified. */
export const aBareTab = async (): Promise<BareTab> => {
  const teamsJs = readFileSync(TEAMS_JS);
  const server = createServer((request, response) => {
    const isScript = request.url === '/tabs/teams.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? teamsJs : PAGE);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { port: (server.address() as AddressInfo).port, stop: () => void server.close() };
};
