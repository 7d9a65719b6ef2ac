import { photoRefusals, type Area } from '@/lib/photos'
import type { Drawable } from './area-marker'

/** Enough for the largest size that is kept, and little to send from a street. */
const MOST_SIDE = 2_560

/** A picture's file as something that can be drawn; null where this browser cannot read it. */
export async function drawableFrom(file: Blob): Promise<Drawable | null> {
  try {
    const source = await createImageBitmap(file)
    return { source, width: source.width, height: source.height }
  } catch {
    return null
  }
}

/**
 * Sends a picture with the areas to hide. A large one is made smaller first: what it shows is the
 * same, and what the camera wrote into it does not even leave this machine.
 *
 * @returns the new picture's id, or why it was not taken.
 */
export async function sendPhoto(
  file: File,
  picture: Drawable,
  areas: Area[],
): Promise<{ id: string } | { message: string }> {
  const form = new FormData()
  form.append('photo', (await smaller(picture)) ?? file, 'photo')
  form.append('areas', JSON.stringify(areas))
  try {
    const answer = await fetch('/api/photos', { method: 'POST', body: form })
    const said = (await answer.json().catch(() => ({}))) as { id?: string; message?: string }
    if (said.id) return { id: said.id }
    return { message: said.message ?? photoRefusals.damaged[1] }
  } catch {
    return { message: 'The server could not be reached. The photo is still here: try again.' }
  }
}

function smaller({ source, width, height }: Drawable): Promise<Blob | null> {
  const scale = Math.min(1, MOST_SIDE / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) return Promise.resolve(null)
  // A JPEG has no see-through parts; they would turn black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(source, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
}
