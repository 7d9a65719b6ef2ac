import { sharedFile } from '@/lib/formats/files'
import { lossHeader, lossInHeader } from '@/lib/inner-headers'
import { readFilter } from '@/lib/timeline/filters'
import { env } from '@/server/env'
import { notFound } from '@/server/errors'
import { readSharedFile } from '@/server/shares/reading/record'
import { answer } from '../../answer'

export const dynamic = 'force-dynamic'

/** Gives out what a link shows as a file, where its lens has that file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string; file: string }> },
): Promise<Response> {
  const { token, file: name } = await params
  return answer(request, token, async ({ reader }) => {
    const filter = readFilter(new URL(request.url).searchParams)
    const record = await readSharedFile(reader, filter)
    const file = sharedFile(name, record)
    if (!file) throw notFound('file')
    const page = new URL(`/s/${token}`, env().url).href
    const { text, type, loss } = file.write(record, {
      page,
      file: `${page}/${name}`,
      entry: (id) => `${page}/e/${id}`,
    })
    const kind = file.subscribed ? 'inline' : 'attachment'
    return {
      text,
      headers: {
        'content-type': type,
        'content-disposition': `${kind}; filename="${name}"`,
        // What the format cannot carry, so that nobody takes the file for the whole record.
        [lossHeader]: lossInHeader(loss),
      },
    }
  })
}
