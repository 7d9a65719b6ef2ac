import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { watchingCommits } from '../database/commits'
import {
  claimKey,
  holdingKey,
  keepAnswer,
  releaseKey,
  type StoredAnswer,
  type KeyedRequest,
} from './answers'
import { problem, problemOf } from './problem'
import { failed } from './responses'

/** How long the same request waits for the first one before it is sent away. */
const PATIENCE_MS = 10_000
const LOOK_EVERY_MS = 100
/** Answers that ask for the same request again, later. */
const TRY_AGAIN = new Set([429, 503])

/** Does what is asked with a key once: whoever asks again with it gets the same answer. */
export async function once(
  request: KeyedRequest,
  now: Date,
  work: () => Promise<Response>,
): Promise<Response> {
  for (let waited = 0; ; waited += LOOK_EVERY_MS) {
    const claim = await claimKey(request, now)
    if (claim.is === 'new') break
    if (claim.is === 'answered') return again(claim.answer)
    if (claim.is === 'another')
      return failed(
        problem(422, 'This Idempotency-Key was sent with another request. Use a new one.'),
      )
    if (claim.is === 'lapsed') return mayBeDone()
    if (waited >= PATIENCE_MS)
      return failed(
        problem(
          409,
          'The same request was sent before and is being worked on. Send it again with the same key.',
        ),
        [['retry-after', '10']],
      )
    await pause(LOOK_EVERY_MS)
  }
  const commits = { begun: false }
  const response = await holdingKey(request, () => watchingCommits(commits, work)).catch(
    (error: unknown) => failed(problemOf(error)),
  )
  if (TRY_AGAIN.has(response.status) && !commits.begun && (await isReleased(request)))
    return response
  const answer = await storedAnswerOf(response)
  // What failed on our side may have been done before it failed: with this key it is not begun again.
  const stored = response.status >= 500 ? await storedAnswerOf(mayBeDone()) : answer
  await keepAnswer(request, stored).catch((error: unknown) => {
    // It is done all the same; whoever asks again is told to look.
    console.error('The answer to a request with a key could not be stored.', error)
  })
  return new Response(answer.body, answer)
}

async function isReleased(request: KeyedRequest): Promise<boolean> {
  return releaseKey(request).then(
    () => true,
    () => false,
  )
}

function mayBeDone(): Response {
  return failed(
    problem(
      409,
      'This request was begun before and may have been done. Look whether it was done, then send it with a new key.',
    ),
  )
}

async function storedAnswerOf(response: Response): Promise<StoredAnswer> {
  const { status, headers } = response
  return { status, headers: [...headers], body: await response.text() }
}

function again({ status, headers, body }: StoredAnswer): Response {
  return new Response(body, { status, headers: [...headers, ['idempotent-replayed', 'true']] })
}
