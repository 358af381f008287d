import {
  type Counter,
  context,
  createContextKey,
  type Gauge,
  type Histogram,
  type Meter,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { Deed } from '#usecases/home/deeds.ts';
import type { SendOutcome } from '#usecases/story/ports.ts';
import type { CountedJob, CountedRoute, ToldRoute, ToldTable, ToldTurn } from './told.ts';

export type Operation = 'find' | 'list' | 'page' | 'commit' | 'send' | 'receive';
/** How something ended. `away`: storage did not answer; `conflict`: somebody else was first. */
export type Outcome = 'done' | 'conflict' | 'away' | 'failed';
export type Sending = 'send' | 'update' | 'remove';
type Refused = Extract<SendOutcome, { state: 'failed' }>['reason'];
export type Sent = Exclude<SendOutcome['state'], 'failed'> | Refused;
export type StatusClass = '1xx' | '2xx' | '3xx' | '4xx' | '5xx' | 'hungUp';

/** What a span says of itself: words of closed lists and numbers. Nothing else has a way out. */
interface Spans {
  request: { route: ToldRoute; status: number };
  turn: { kind: ToldTurn; outcome: Outcome };
  storage: { operation: Operation; table: ToldTable; outcome: Outcome };
  job: { job: CountedJob; outcome: Outcome };
}
/** What is measured in milliseconds, and by what it is told apart. */
interface Durations {
  requests: { route: CountedRoute; status: StatusClass };
  turns: { kind: ToldTurn; outcome: Outcome };
  storage: { operation: Operation; outcome: Outcome };
  jobs: { job: CountedJob; outcome: Outcome };
}
interface Counts {
  deliveries: { does: Sending; outcome: Sent };
  deeds: { deed: Deed };
}
interface Levels {
  queueWaiting: Record<never, never>;
  queueLateS: Record<never, never>;
  dueLateS: Record<never, never>;
  ready: { service: 'tables' | 'queue' };
}

/** Application Insights keeps what serves under requests, the rest under dependencies. */
const KINDS: Record<keyof Spans, SpanKind> = {
  request: SpanKind.SERVER,
  job: SpanKind.SERVER,
  turn: SpanKind.SERVER,
  storage: SpanKind.CLIENT,
};
/** Set where the calls of storage are told one by one. */
const WHOLE = createContextKey('the calls of storage in it are told');

interface Open<Facts> {
  /** What is opened in it stands under it. */
  within<T>(work: () => T): T;
  end(facts: Facts, isWell: boolean): void;
}

interface Placed {
  /** It begins a trace of its own, whatever goes on. */
  isFirst?: boolean;
  /** The calls of storage in it are told as well. */
  isWhole?: boolean;
}

/** The one way out for what is told. The compiler lets nothing through but what the tables above name. */
export class Telling {
  readonly #tracer: Tracer;
  readonly #durations: Record<keyof Durations, Histogram>;
  readonly #counts: Record<keyof Counts, Counter>;
  readonly #levels: Record<keyof Levels, Gauge>;

  constructor(tracer: Tracer, meter: Meter) {
    this.#tracer = tracer;
    const inMs = (name: keyof Durations) => meter.createHistogram(`turntable.${name}`, { unit: 'ms' });
    const counted = (name: keyof Counts) => meter.createCounter(`turntable.${name}`);
    const level = (name: keyof Levels) => meter.createGauge(`turntable.${name}`);
    this.#durations = {
      requests: inMs('requests'),
      turns: inMs('turns'),
      storage: inMs('storage'),
      jobs: inMs('jobs'),
    };
    this.#counts = { deliveries: counted('deliveries'), deeds: counted('deeds') };
    this.#levels = {
      queueWaiting: level('queueWaiting'),
      queueLateS: level('queueLateS'),
      dueLateS: level('dueLateS'),
      ready: level('ready'),
    };
  }

  /** Begins a span under whatever goes on. */
  open<K extends keyof Spans>(what: K, { isFirst = false, isWhole = false }: Placed = {}): Open<Spans[K]> {
    const parent = isFirst ? ROOT_CONTEXT : context.active();
    const span = this.#tracer.startSpan(what, { kind: KINDS[what] }, parent);
    const inside = trace.setSpan(parent, span).setValue(WHOLE, isWhole);
    return {
      within: (work) => context.with(inside, work),
      end: (facts, isWell) => {
        span.updateName(nameOf(what, facts));
        span.setAttributes(toAttributes(facts));
        if (!isWell) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      },
    };
  }

  /** Whether a call of storage that is made now is told by itself. */
  get tellsStorage(): boolean {
    return context.active().getValue(WHOLE) === true;
  }

  took<K extends keyof Durations>(what: K, ms: number, facts: Durations[K]): void {
    this.#durations[what].record(ms, { ...facts });
  }

  count<K extends keyof Counts>(what: K, facts: Counts[K], by = 1): void {
    this.#counts[what].add(by, { ...facts });
  }

  stands<K extends keyof Levels>(what: K, level: number, facts: Levels[K]): void {
    this.#levels[what].record(level, { ...facts });
  }
}

/** What a line of the log says of where it was written, so that it is found beside its trace; empty outside of one. */
export function traceInLog(): { trace?: string; span?: string } {
  const spoken = trace.getSpanContext(context.active());
  return spoken ? { trace: spoken.traceId, span: spoken.spanId } : {};
}

type Facts = Record<string, string | number>;

/** A request is named by its method and pattern, as Application Insights groups them. */
function nameOf(what: keyof Spans, { outcome: _, status: __, ...facts }: Facts): string {
  const words = Object.values(facts);
  return what === 'request' ? words.join(' ') : [what, ...words].join(' ');
}

/** In the names by which Application Insights knows a request. */
function toAttributes({ route, status, ...facts }: Facts): Facts {
  if (route === undefined || status === undefined) return facts;
  const [method = '', path = ''] = String(route).split(' ');
  return {
    'http.request.method': method,
    'http.route': path,
    'http.response.status_code': status,
  };
}
