import { WorkspaceField } from '@/components/form/page-workspace'
import { Button } from '@/components/ui/button'
import { FileForm } from './file-form'

/** Sends a table as a file or as pasted cells; plain HTML, so that it works before script. */
export function TableUpload({ slug }: { slug: string }) {
  return (
    <div className="grid max-w-prose gap-10">
      <FileForm
        id="table-file"
        action="/api/imports"
        label="A file"
        hint="An Excel or LibreOffice workbook (.xlsx, .ods), CSV or TSV, JSON, GeoJSON, TimelineJS or a calendar (.ics), up to 20 MB."
        accept=".xlsx,.ods,.csv,.tsv,.txt,.json,.geojson,.ics,text/csv,text/tab-separated-values,text/calendar,application/json"
        submitLabel="Read the file"
      >
        <input type="hidden" name="campaign" value={slug} />
      </FileForm>
      <form action="/api/imports" method="post" encType="multipart/form-data">
        <WorkspaceField />
        <input type="hidden" name="campaign" value={slug} />
        <label htmlFor="table-cells" className="mb-1 block font-semibold">
          Or cells copied from a spreadsheet
        </label>
        <p id="table-cells-hint" className="text-muted mb-3">
          Select them with their header row, copy, and paste here.
        </p>
        <textarea
          id="table-cells"
          name="cells"
          rows={5}
          required
          dir="auto"
          aria-describedby="table-cells-hint"
          className="control w-full"
        />
        <Button type="submit" tone="quiet" className="mt-3">
          Read the cells
        </Button>
      </form>
    </div>
  )
}
