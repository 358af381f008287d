/** Preloaded into a program that would listen on every interface: without a host of its own it gets the loopback's. */
import { Server } from 'node:net';

const HOST = '127.0.0.1';
const { listen } = Server.prototype;

Server.prototype.listen = function listenHere(...args) {
  const [first, second] = args;
  if (typeof first === 'number' || (typeof first === 'string' && /^\d+$/.test(first)))
    return listen.call(this, first, HOST, ...args.slice(typeof second === 'string' ? 2 : 1));
  if (typeof first === 'object' && first !== null && 'port' in first)
    return listen.call(this, { ...first, host: HOST }, ...args.slice(1));
  return listen.apply(this, args);
};
