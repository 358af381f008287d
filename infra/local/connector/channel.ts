import { setTimeout as wait } from 'node:timers/promises';
import type { Issuer } from '#local/issuer/issuer.ts';
import type { AppProcess } from '#local/process/appProcess.ts';
import type { Activity } from '#local/teams/activity.ts';

/** What the bot answered to one activity. Status 0: nobody answered. */
interface Posted {
  status: number;
  body: unknown;
}
export type Post = (activity: Activity) => Promise<Posted>;

interface Channel {
  app: Pick<AppProcess, 'isReachable'>;
  appPort: number;
  issuer: Pick<Issuer, 'channelToken'>;
  onTrouble: (sentence: string) => void;
}

const ANSWER_MS = 30_000;
const AGAIN_MS = 100;

/** The way from Teams to the bot: every activity with the channel's token, as often as nobody listens yet. */
export function openChannel({ app, appPort, issuer, onTrouble }: Channel): Post {
  const send = async (activity: Activity): Promise<Posted> => {
    const response = await fetch(`http://127.0.0.1:${appPort}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await issuer.channelToken(String(activity.serviceUrl))}`,
      },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: isJson && text ? JSON.parse(text) : text };
  };
  return async (activity) => {
    while (await app.isReachable()) {
      try {
        return await send(activity);
      } catch (error) {
        if (!isRefused(error)) {
          onTrouble(`${activity.type} did not reach the bot: ${String(error)}\n`);
          break;
        }
        await wait(AGAIN_MS);
      }
    }
    return { status: 0, body: undefined };
  };
}

/** Nobody listened, so nothing can have been taken. */
const isRefused = (error: unknown): boolean =>
  ((error as Error).cause as { code?: string } | undefined)?.code === 'ECONNREFUSED';
