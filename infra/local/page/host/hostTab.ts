import { ANSWERS, type Answer, type Surroundings } from './answers.ts';
import { asRequest, asText, type HostRequest } from './protocol.ts';

export interface HostedTab {
  /** Tells the tab that something changed; only what it registered for reaches it, as in Teams. */
  push: (event: string, ...args: unknown[]) => void;
  end: () => void;
}

const answerTo = async (request: HostRequest, around: Surroundings): Promise<Answer> => {
  const handler = ANSWERS[request.func];
  if (handler) return handler(around, request.args ?? []);
  console.warn(`The local Teams does not play ${request.func}.`);
  return [false, 'not simulated'];
};

/**
 * Plays Teams to the TeamsJS in one iframe of this origin, until `end`. `around` is asked anew for every
 * request, so that theme, locale and meeting are always the present ones.
 */
export const hostTab = (frame: HTMLIFrameElement, around: () => Surroundings): HostedTab => {
  const registered = new Set<string>();
  const origin = window.location.origin;

  const hear = async (message: MessageEvent): Promise<void> => {
    const tab = frame.contentWindow;
    if (!tab || message.source !== tab || message.origin !== origin) return;
    const request = asRequest(message.data);
    if (!request) return;
    if (request.func === 'initialize') registered.clear();
    if (request.func === 'registerHandler') registered.add(asText(request.args?.[0]));
    const args = await answerTo(request, around());
    if (args) tab.postMessage({ id: request.id, uuidAsString: request.uuidAsString, args }, origin);
  };
  const listener = (message: MessageEvent): void => {
    hear(message).catch((error: unknown) => console.error('The local Teams failed to answer a tab.', error));
  };

  window.addEventListener('message', listener);
  return {
    push: (event, ...args) => {
      if (registered.has(event)) frame.contentWindow?.postMessage({ func: event, args }, origin);
    },
    end: () => window.removeEventListener('message', listener),
  };
};
