import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { photoRefusals, type PhotoRefusal } from '@/lib/photos'

/**
 * Adds a photo where there is no script: a form of its own, which comes `back` with the photo, or
 * with what troubled it.
 */
export function PhotoForm({ back, trouble }: { back: string; trouble?: unknown }) {
  const reason = Object.keys(photoRefusals).find((one) => one === trouble) as
    PhotoRefusal | undefined
  return (
    <>
      {reason && (
        <div className="mt-6">
          <Notice tone="error">{photoRefusals[reason][1]}</Notice>
        </div>
      )}
      <form
        action="/api/photos"
        method="post"
        encType="multipart/form-data"
        className="no-script-only border-hairline mt-8 space-y-3 border-t pt-4"
      >
        <input type="hidden" name="back" value={back} />
        <label htmlFor="photo-file" className="block font-semibold">
          Photo to add
        </label>
        <p className="text-muted">
          Save what you changed above first. Without JavaScript, nothing can be blurred here: blur
          faces and badges in the photo before you add it.
        </p>
        <input
          id="photo-file"
          type="file"
          name="photo"
          accept="image/jpeg,image/png,image/webp"
          required
          className="control"
        />
        <Button type="submit" tone="quiet">
          Add the photo
        </Button>
      </form>
    </>
  )
}
