/** What the server tells every tab before anybody is signed in. */
export interface TabConfig {
  clientId: string;
  initiateLoginEndpoint: string;
  /** What the server believes the app is called in Teams; the client knows better. */
  teamsAppId: string;
}

let asked: Promise<TabConfig> | undefined;

async function fetchConfig(): Promise<TabConfig> {
  const answer = await fetch('/config.json');
  if (!answer.ok) throw new Error(`/config.json answered ${answer.status}`);
  return (await answer.json()) as TabConfig;
}

/** Asked once; asked again only after a failure. */
export function readConfig(): Promise<TabConfig> {
  asked ??= fetchConfig().catch((problem) => {
    asked = undefined;
    throw problem;
  });
  return asked;
}
