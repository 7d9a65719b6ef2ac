import { readSharedPhoto } from '@/server/shares/reading/photos'
import { answer } from '../../../../answer'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ token: string; id: string; file: string }> }

/** Gives out a file of a picture that a link shows, by the id that this link gives it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token, id, file } = await params
  return answer(request, token, async ({ reader }) => {
    const { bytes, type } = await readSharedPhoto(reader, id, file)
    return { text: bytes, headers: { 'content-type': type } }
  })
}
