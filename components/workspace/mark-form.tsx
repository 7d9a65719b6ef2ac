import { ActionForm } from '@/components/form/action-form'
import { WorkspaceField } from '@/components/form/page-workspace'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/forms/state'
import { photoRefusals } from '@/lib/photos'
import { isKeyOf } from '@/lib/keys'
import { markFile, type LinkedPublisher } from '@/lib/shares/publisher'

/**
 * Adds, replaces and removes the picture that stands beside the publisher's name. It is a form of
 * its own that works without script; `trouble` is the reason why the last picture was not taken.
 */
export function MarkForm({
  mark,
  takeAway,
  trouble,
}: {
  mark: LinkedPublisher['mark']
  takeAway: FormAction
  trouble: unknown
}) {
  return (
    <section id="mark" aria-labelledby="mark-title" className="mt-10">
      <h3 id="mark-title" className="mb-2 text-lg">
        Mark
      </h3>
      <p className="text-muted mb-4">
        A logo or emblem, optional. It stands beside your name on shared pages, previews and press
        kits. A JPEG, PNG or WebP; it is made small, and transparent parts become white.
      </p>
      {isKeyOf(photoRefusals, trouble) && (
        <div className="mb-4">
          <Notice tone="error">{photoRefusals[trouble][1]}</Notice>
        </div>
      )}
      {mark && (
        <div className="mb-4 flex flex-wrap items-center gap-4">
          <picture>
            <img
              className="publisher-mark"
              src={`/api/${markFile(mark)}`}
              alt="The mark that links show now"
              width={Math.ceil(mark.width / 2)}
              height={Math.ceil(mark.height / 2)}
            />
          </picture>
          <ActionForm
            action={takeAway}
            submitLabel="Remove the mark"
            pendingLabel="Removing …"
            submitTone="quiet"
          />
        </div>
      )}
      <form
        action="/api/mark"
        method="post"
        encType="multipart/form-data"
        className="flex flex-wrap items-end gap-3"
      >
        <WorkspaceField />
        <div className="min-w-0 flex-1 basis-64">
          <label htmlFor="mark-file" className="mb-1 block font-semibold">
            {mark ? 'Another picture' : 'Picture'}
          </label>
          <input
            id="mark-file"
            type="file"
            name="photo"
            accept="image/jpeg,image/png,image/webp"
            required
            className="control"
          />
        </div>
        <Button type="submit" tone="quiet">
          {mark ? 'Replace the mark' : 'Add the mark'}
        </Button>
      </form>
    </section>
  )
}
