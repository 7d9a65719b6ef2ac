import type { Server } from 'node:http'

/**
 * Lets the visitors who are being served finish, and takes no more; whoever takes longer than the
 * limit, in ms, is cut.
 */
export async function drain(server: Server, limit: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), limit)
  cut.unref()
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeIdleConnections()
  })
  clearTimeout(cut)
}
