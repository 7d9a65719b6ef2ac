import { serveApi } from '@/server/api/serve'

export const dynamic = 'force-dynamic'

/** /api/v1/…: the API. A token is the right; a session opens nothing here. */
function answer(request: Request): Promise<Response> {
  return serveApi(request)
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST }
