import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { Config } from '#bot/config.ts';

/** As much of what Application Insights is sent as is looked at here. */
interface Envelope {
  tags: Record<string, string>;
  data: {
    baseType: 'RequestData' | 'RemoteDependencyData' | 'MetricData';
    baseData: {
      name?: string;
      success?: boolean;
      responseCode?: string;
      properties: Record<string, string>;
      metrics?: { name: string; value: number; count?: number }[];
    };
  };
}

export interface Ingestion {
  insights: NonNullable<Config['insights']>;
  /** All that came, as it came. */
  bodies: string[];
  envelopes(): Envelope[];
  /** Those that came and were not answered yet. */
  held: Set<ServerResponse>;
  stop(): void;
}

/** Where Application Insights would take things in: takes them, or keeps who brings them waiting for ever. */
export async function startIngestion(does: 'takes' | 'hangs' = 'takes'): Promise<Ingestion> {
  const bodies: string[] = [];
  const held = new Set<ServerResponse>();
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
    bodies.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}\n${text}`);
    if (does === 'hangs') {
      held.add(response);
      response.once('close', () => held.delete(response));
      return;
    }
    const count = JSON.parse(String(text)).length;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ itemsReceived: count, itemsAccepted: count, errors: [] }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    insights: insightsAt(endpoint),
    bodies,
    envelopes: () => bodies.flatMap((body) => JSON.parse(body.slice(body.indexOf('\n') + 1)) as Envelope[]),
    held,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const KEY = '5b1de6a4-7c02-4e98-b3f7-9a60c1d84e25';

export const insightsAt = (endpoint: string): NonNullable<Config['insights']> => ({
  connectionString: `InstrumentationKey=${KEY};IngestionEndpoint=${endpoint}`,
  endpoint,
  hasIdentity: false,
});
