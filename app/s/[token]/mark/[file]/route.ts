import { readSharedMark } from '@/server/shares/reading/mark'
import { notFound } from '@/server/errors'
import { answer } from '../../../answer'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ token: string; file: string }> }

/** Gives out the mark of who keeps a record, where its link says that. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token, file } = await params
  return answer(request, token, async ({ reader }) => {
    const [, hash] = /^([0-9a-f]{64})\.png$/.exec(file) ?? []
    if (hash === undefined) throw notFound('picture')
    return {
      text: await readSharedMark(reader, hash),
      headers: { 'content-type': 'image/png' },
    }
  })
}
