import type { LocalEvent } from '#local/contract.ts';

const RETRY_MS = 1000;

export interface Listener {
  hear: (event: LocalEvent) => void;
  /** Called at every opening, so that what was missed in between can be fetched. */
  open: () => void;
  closed: () => void;
}

/** Listens to `/local/ws` and comes back after a break; the answer ends it. */
export const listen = (listener: Listener): (() => void) => {
  let socket: WebSocket | undefined;
  let timer: number | undefined;
  let ended = false;

  const connect = (): void => {
    const address = new URL('/local/ws', window.location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    socket = new WebSocket(address);
    socket.addEventListener('open', () => listener.open());
    socket.addEventListener('message', ({ data }) => listener.hear(JSON.parse(String(data)) as LocalEvent));
    socket.addEventListener('close', () => {
      if (ended) return;
      listener.closed();
      timer = window.setTimeout(connect, RETRY_MS);
    });
  };
  connect();

  return () => {
    ended = true;
    window.clearTimeout(timer);
    socket?.close();
  };
};
