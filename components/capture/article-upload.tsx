import { WorkspaceField } from '@/components/form/page-workspace'
import { Button } from '@/components/ui/button'

/** Sends a saved page or a PDF; plain HTML, so that it works before script. */
export function ArticleUpload({ slug }: { slug: string }) {
  return (
    <form
      action="/api/capture"
      method="post"
      encType="multipart/form-data"
      className="border-hairline mt-10 border-t pt-6"
    >
      <WorkspaceField />
      <input type="hidden" name="campaign" value={slug} />
      <label htmlFor="article-file" className="mb-2 block font-semibold">
        Or choose a file
      </label>
      <p className="text-muted mb-3">
        A saved page (.html, .mht), a PDF with text, or a text file, up to 5 MB.
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <input
          id="article-file"
          name="file"
          type="file"
          required
          accept=".html,.htm,.mht,.mhtml,.pdf,.txt,text/html,text/plain,application/pdf,multipart/related"
          className="control max-w-full"
        />
        <Button type="submit" tone="quiet">
          Read the file
        </Button>
      </div>
    </form>
  )
}
