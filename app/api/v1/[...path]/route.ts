import { serveProgram } from '@/server/api/serve'

export const dynamic = 'force-dynamic'

/** /api/v1/…: the interface for programs. A token is the right; a session opens nothing here. */
function answer(request: Request): Promise<Response> {
  return serveProgram(request)
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST }
