import net from 'node:net';

/** A port nobody uses; the first free one from `wanted` on, or any when it is 0. */
export async function freePort(wanted = 0): Promise<number> {
  if (wanted === 0) return listenOnce(0, '127.0.0.1');
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port += 1)
    if (await isFree(port)) return port;
  throw new Error(`No port from ${wanted} on is free.`);
}

/** Free on both loopbacks: `localhost` may mean either. A machine without IPv6 has only one. */
const isFree = async (port: number): Promise<boolean> => {
  for (const host of ['127.0.0.1', '::1']) {
    const code = await listenOnce(port, host).then(
      () => '',
      (error: NodeJS.ErrnoException) => error.code,
    );
    if (code === 'EADDRINUSE' || code === 'EACCES') return false;
  }
  return true;
};

const listenOnce = (port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(port, host, () => {
      const { port: taken } = server.address() as net.AddressInfo;
      server.close(() => resolve(taken));
    });
  });
