/** The only place of teamsfx. It is heavy, so it comes after the first paint. */
import { readConfig } from './config.ts';

interface Credential {
  getToken(scopes: string): Promise<{ token: string } | null>;
}

let credential: Promise<Credential> | undefined;

async function makeCredential(): Promise<Credential> {
  const [{ TeamsUserCredential }, { clientId, initiateLoginEndpoint }] = await Promise.all([
    import('@microsoft/teamsfx'),
    readConfig(),
  ]);
  return new TeamsUserCredential({ clientId, initiateLoginEndpoint });
}

/** The access token of whoever is signed in to Teams. `fresh` forgets the one that was kept in memory. */
export async function getToken({ fresh = false } = {}): Promise<string> {
  if (fresh) credential = undefined;
  credential ??= makeCredential();
  try {
    const found = await (await credential).getToken('');
    if (!found) throw new Error('Teams gave no token');
    return found.token;
  } catch (problem) {
    credential = undefined;
    throw problem;
  }
}
