// A thread that sends many requests at once, so that the thread that measures a member's wait is not
// kept busy by them. It answers with the statuses; 0 where the connection was cut.
import { parentPort, workerData } from 'node:worker_threads'
import { send } from './forms.mjs'

/** @typedef {{ url: string, fields?: [string, string][] }} Request */

/** @param {Request} request */
async function ask({ url, fields }) {
  try {
    const answer = await (fields ? send(url, {}, fields) : fetch(url))
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return 0
  }
}

const requests = /** @type {Request[]} */ (workerData)
parentPort?.postMessage(await Promise.all(requests.map(ask)))
