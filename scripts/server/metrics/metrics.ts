import type { ServerResponse } from 'node:http'
import { databaseWork } from '../../../lib/database-work'
import type { Family, Sample } from './families'

/** What stands at this moment. */
type Gauges = {
  /** Requests that are worked on and that wait, by kind. */
  queues: Record<string, { working: number; waiting: number }>
  /** Bytes of pages in memory, by kind. */
  cached: Record<string, number>
}

/** Counts what this process does, for Prometheus. */
export class Metrics {
  private readonly answered = new Map<string, { route: string; status: number; count: number }>()
  private readonly took = new Map<string, { seconds: number; count: number }>()
  private faults = 0

  /** @param routeOf names the route of a path, of which there must be few */
  constructor(private readonly routeOf: (path: string) => string) {}

  /** Counts a request when it was answered, or when whoever asked has left. */
  watch(response: ServerResponse, path: string): void {
    const begin = performance.now()
    response.once('close', () => {
      const route = this.routeOf(path)
      // As nginx notes it: nobody was there to be answered.
      const status = response.headersSent ? response.statusCode : 499
      // 503 sends somebody away for a while, which is no fault.
      if (status >= 500 && status !== 503) this.fault()
      const key = `${status} ${route}`
      const counted = this.answered.get(key) ?? { route, status, count: 0 }
      this.answered.set(key, { ...counted, count: counted.count + 1 })
      const took = this.took.get(route) ?? { seconds: 0, count: 0 }
      const seconds = took.seconds + (performance.now() - begin) / 1_000
      this.took.set(route, { seconds, count: took.count + 1 })
    })
  }

  /** Counts what went wrong inside and is in no status: an answer that broke off. */
  fault(): void {
    this.faults += 1
  }

  /** All of it, with what stands at this moment. */
  families({ queues, cached }: Gauges): Family[] {
    const { statements, failed, seconds } = databaseWork()
    const of = (kind: string) => ({ kind })
    return [
      family('http_requests_total', 'counter', 'Requests answered.', [
        ...[...this.answered.values()].map(({ route, status, count }): Sample => [
          { route, status: String(status) },
          count,
        ]),
      ]),
      family(
        'http_request_seconds',
        'summary',
        'How long they took.',
        [...this.took].flatMap(([route, one]) => [
          [{ route }, one.seconds, '_sum'] as const,
          [{ route }, one.count, '_count'] as const,
        ]),
      ),
      family('faults_total', 'counter', 'Requests that failed for a fault of the server.', [
        [{}, this.faults],
      ]),
      family('database_statements_total', 'counter', 'Statements sent to the database.', [
        [{}, statements],
      ]),
      family('database_failed_total', 'counter', 'Statements that failed.', [[{}, failed]]),
      family('database_seconds_total', 'counter', 'Time until they were answered.', [
        [{}, seconds],
      ]),
      family(
        'requests_working',
        'gauge',
        'Requests without a session that are worked on.',
        Object.entries(queues).map(([kind, { working }]) => [of(kind), working] as const),
      ),
      family(
        'requests_waiting',
        'gauge',
        'Requests without a session that wait.',
        Object.entries(queues).map(([kind, { waiting }]) => [of(kind), waiting] as const),
      ),
      family(
        'cached_bytes',
        'gauge',
        'Pages in memory.',
        Object.entries(cached).map(([kind, bytes]) => [of(kind), bytes] as const),
      ),
      family('memory_bytes', 'gauge', 'Memory of the process.', [[{}, process.memoryUsage.rss()]]),
    ]
  }
}

function family(name: string, type: string, help: string, samples: readonly Sample[]): Family {
  return { name, type, help, samples }
}
