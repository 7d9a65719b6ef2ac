import type { ServerResponse } from 'node:http'

/** Next answers an action that it does not know with a conflict, as if there had been one. */
export function sayNotFound(response: ServerResponse) {
  const writeHead = response.writeHead.bind(response)
  response.writeHead = (status: number, ...rest: unknown[]) => {
    const isUnknown = status === 409 && response.hasHeader('x-nextjs-action-not-found')
    return Reflect.apply(writeHead, response, [
      isUnknown ? 404 : status,
      ...rest,
    ]) as typeof response
  }
}
