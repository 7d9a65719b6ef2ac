import { frameHtml, frameSizes } from '@/lib/shares/frame'
import { env } from '@/server/env'
import { notFound } from '@/server/errors'
import type { Found, Opened } from './answer'
import { cardOf } from './cards'
import type { OpenTerms } from '@/server/shares/reading/terms'
import { cardSize } from '@/components/share/card-frame'

const WIDTH = 720
const UNNAMED = 'A campaign record'

/** Where a page says how it is framed, for sites that look for that; null where no site may frame it. */
export function oembedOf(
  { terms, isForAll }: { terms: OpenTerms; isForAll: boolean },
  path: string,
): string | null {
  if (!isForAll || terms.frames.length === 0) return null
  return new URL(`${path}/oembed.json`, env().url).href
}

/**
 * How a page is framed, as oEmbed 1.0. It says no more of the page than its preview does.
 *
 * @throws AppError `not_found` where no site may frame it.
 */
export function oembed(
  request: Request,
  { isForAll }: Pick<Opened, 'isForAll'>,
  {
    path,
    terms,
    title,
    description,
  }: { path: string; terms: OpenTerms; title: string; description: string },
): Found {
  if (oembedOf({ terms, isForAll }, path) === null) throw notFound('file')
  const asked = new URL(request.url).searchParams
  const size = {
    width: within(asked.get('maxwidth'), WIDTH),
    height: within(asked.get('maxheight'), frameSizes.medium),
  }
  const card = cardOf({ terms, isForAll }, path, description)
  const name = card ? title : UNNAMED
  return {
    text: JSON.stringify({
      ...{ version: '1.0', type: 'rich', title: name, ...size },
      ...(card && {
        ...(terms.publisher?.name && { author_name: terms.publisher.name }),
        thumbnail_url: card.image,
        ...{ thumbnail_width: cardSize.width, thumbnail_height: cardSize.height },
      }),
      html: frameHtml(new URL(path, env().url).href, name, size),
    }),
    headers: { 'content-type': 'application/json; charset=utf-8' },
  }
}

// No frame is larger than the site asks for, and what is no number asks for nothing.
function within(asked: string | null, usual: number): number {
  return /^[1-9]\d{0,4}$/.test(asked ?? '') ? Math.min(Number(asked), usual) : usual
}
