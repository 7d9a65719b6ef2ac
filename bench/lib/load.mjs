import { execFile, spawnSync } from 'node:child_process'
import { Agent, request } from 'node:http'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'

const has = (/** @type {string} */ program, /** @type {string} */ option) =>
  spawnSync(program, [option]).error === undefined

const canPin = availableParallelism() > 1 && has('taskset', '--version')
export const hasWrk = has('wrk', '-v')

/**
 * A command held to one core, where that can be done: servers to the first, load to the second.
 *
 * @param {0 | 1} core
 * @param {string[]} command
 * @returns {[string, string[]]}
 */
export function pinned(core, command) {
  const [program = '', ...options] = canPin ? ['taskset', '-c', `${core}`, ...command] : command
  return [program, options]
}

/**
 * Asks one address again and again over 64 connections.
 *
 * @param {string} url on this machine
 * @param {Record<string, string>} headers
 * @param {number} seconds
 * @returns {Promise<{ perSecond: number, p99: number, errors: number }>} p99 in ms
 */
export async function load(url, headers, seconds) {
  if (new URL(url).hostname !== '127.0.0.1') throw new Error(`${url} is not on this machine.`)
  return hasWrk ? withWrk(url, headers, seconds) : withNode(url, headers, seconds)
}

/**
 * @param {string} url
 * @param {Record<string, string>} headers
 * @param {number} seconds
 */
async function withWrk(url, headers, seconds) {
  const lines = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const [program, options] = pinned(1, [
    ...['wrk', '-t1', '-c64', `-d${seconds}s`, '--latency', ...lines, url],
  ])
  const { stdout: said } = await promisify(execFile)(program, options)
  const [, number = '0', unit = 'ms'] = /99%\s+([\d.]+)(us|ms|s)/.exec(said) ?? []
  const factor = { us: 0.001, ms: 1, s: 1_000 }[unit] ?? 1
  const errors =
    [...said.matchAll(/(?:connect|read|write|timeout) (\d+)/g)].reduce(
      (sum, [, n]) => sum + +n,
      0,
    ) + Number(/Non-2xx or 3xx responses: (\d+)/.exec(said)?.[1] ?? 0)
  return {
    perSecond: Math.round(Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1] ?? 0)),
    p99: Number(number) * factor,
    errors,
  }
}

/**
 * Weaker than wrk: it measures itself as much as a fast server, so only ratios mean something.
 *
 * @param {string} url
 * @param {Record<string, string>} headers
 * @param {number} seconds
 */
async function withNode(url, headers, seconds) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const end = performance.now() + seconds * 1_000
  /** @type {number[]} */
  const times = []
  let errors = 0
  const one = () =>
    new Promise((resolve) => {
      request(url, { agent, headers }, (answer) => {
        if ((answer.statusCode ?? 500) >= 400) errors += 1
        answer.resume().on('end', resolve)
      })
        .on('error', () => resolve((errors += 1)))
        .end()
    })
  const worker = async () => {
    while (performance.now() < end) {
      const begin = performance.now()
      await one()
      times.push(performance.now() - begin)
    }
  }
  await Promise.all(Array.from({ length: 64 }, worker))
  agent.destroy()
  times.sort((a, b) => a - b)
  return {
    perSecond: Math.round(times.length / seconds),
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
    errors,
  }
}
