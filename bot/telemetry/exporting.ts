import { DefaultAzureCredential } from '@azure/identity';
import { AzureMonitorMetricExporter, AzureMonitorTraceExporter } from '@azure/monitor-opentelemetry-exporter';
import { context, type Meter, type Tracer } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Insights } from './watch.ts';

/** Metrics stand for a minute: what is quiet is not told any finer. */
const METRICS_EVERY_MS = 60_000;
/** What does not answer in this time is let go; the next try carries the next things. */
const PATIENCE_MS = 10_000;
const SERVICE = { 'service.name': 'turntable' };

export interface Exporting {
  tracer: Tracer;
  meter: Meter;
  /** Brings what is left; it may take as long as whoever takes it. */
  stop(): Promise<void>;
}

/**
 * OpenTelemetry with Application Insights behind it. Nothing goes anywhere else: the exporter's reports about itself to
 * Microsoft are off, and it keeps nothing on disk. What cannot be brought is dropped.
 */
export function startExporting({ connectionString, endpoint, hasIdentity }: Insights): Exporting {
  // Where the exporter looks for it, and nowhere else.
  process.env['APPLICATION_INSIGHTS_NO_STATSBEAT'] = 'true';
  const options = {
    connectionString,
    host: endpoint,
    disableOfflineStorage: true,
    retryOptions: { maxRetries: 0 },
    additionalPolicies: [{ position: 'perCall' as const, policy: patience }],
    ...(hasIdentity ? { credential: new DefaultAzureCredential() } : { allowInsecureConnection: true }),
  };
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const resource = resourceFromAttributes(SERVICE);
  const traces = new BasicTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(new AzureMonitorTraceExporter(options))],
  });
  const metrics = new MeterProvider({
    resource,
    readers: [
      new PeriodicExportingMetricReader({
        exporter: new AzureMonitorMetricExporter(options),
        exportIntervalMillis: METRICS_EVERY_MS,
      }),
    ],
  });
  return {
    tracer: traces.getTracer('turntable'),
    meter: metrics.getMeter('turntable'),
    stop: async () => {
      await Promise.allSettled([traces.shutdown(), metrics.shutdown()]);
      context.disable();
    },
  };
}

/** The clients of Azure wait for ever by themselves. */
const patience = {
  name: 'patience',
  sendRequest: <Request extends { timeout: number }, Answer>(
    request: Request,
    next: (request: Request) => Promise<Answer>,
  ): Promise<Answer> => {
    request.timeout = PATIENCE_MS;
    return next(request);
  },
};
