import { EventEmitter } from 'node:events';
import type { LocalEvent } from '#local/contract.ts';

/** What happens in the local Teams, told to whoever listens: the page's socket, a test. */
export class Events {
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  tell(event: LocalEvent): void {
    this.emitter.emit('event', event);
  }

  /** Answers the function that stops listening. */
  listen(listener: (event: LocalEvent) => void): () => void {
    this.emitter.on('event', listener);
    return () => void this.emitter.off('event', listener);
  }
}
