/** The most bytes of an uploaded picture. */
export const MOST_PHOTO_BYTES = 15_000_000
/** The most areas of one picture that can be hidden. */
export const MOST_AREAS = 50

/**
 * An area of a picture that is to be hidden for good: shares of the width and height of the picture
 * as it is shown, from its top left corner.
 */
export type Area = { x: number; y: number; width: number; height: number }

const JPEG = [0xff, 0xd8, 0xff]
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const RIFF = [0x52, 0x49, 0x46, 0x46]
const WEBP = [0x57, 0x45, 0x42, 0x50]

/** What a picture is by its first bytes, whatever its name says; null for all that is not taken. */
export function pictureType(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | null {
  const begins = (magic: number[], at = 0) => magic.every((byte, n) => bytes[at + n] === byte)
  if (begins(JPEG)) return 'jpeg'
  if (begins(PNG)) return 'png'
  if (begins(RIFF) && begins(WEBP, 8)) return 'webp'
  return null
}

/** Why a picture was not taken, with the HTTP status that says so. */
export const photoRefusals = {
  kind: [
    415,
    'Only JPEG, PNG and WebP pictures are taken. Save the picture as one of these, then add it.',
  ],
  bytes: [413, 'The picture is larger than 15 MB. Make it smaller, then add it.'],
  pixels: [422, 'The picture has more than 40 million pixels. Make it smaller, then add it.'],
  damaged: [422, 'This picture is damaged or was cut off on its way. Add it again.'],
  slow: [422, 'This picture took too long to read. Save it as a JPEG, then add it.'],
  areas: [422, 'The areas to hide cannot be read. Mark them again.'],
  missing: [422, 'Choose a picture first.'],
  full: [507, 'There is no space left for pictures. Tell your operator. Nothing was saved.'],
  busy: [503, 'Many pictures are being added at this moment. Try again in a minute.'],
  unattached: [
    409,
    'You added 60 pictures that are in no entry yet. Save their entries, or remove pictures from them, first.',
  ],
  unattachedOfAll: [
    409,
    'Members have added 600 pictures that are in no entry yet. Save entries with pictures, or remove pictures from them, first.',
  ],
  role: [403, 'Adding pictures requires the contributor role. Ask an owner of the workspace.'],
  session: [401, 'You are signed out. Sign in again, then add the picture again.'],
  workspace: [
    409,
    'The page that you sent the picture from belongs to another of your workspaces. Go to that one, then add the picture there.',
  ],
  gone: [404, 'This picture does not exist, or you may not see it.'],
} as const satisfies Record<string, readonly [number, string]>
export type PhotoRefusal = keyof typeof photoRefusals
