/** Longer than this, in characters, a summary would push the first entry out of sight. */
const SHORT = 200

/** What a campaign is about, above its entries: in full where it is short, else opened by a press. */
export function CampaignSummary({ text }: { text: string }) {
  if (text.length <= SHORT && !text.includes('\n'))
    return (
      <p dir="auto" className="max-w-prose min-w-0 lg:flex-1">
        {text}
      </p>
    )
  return (
    <details className="group max-w-prose min-w-0 lg:flex-1">
      <summary className="list-none [&::-webkit-details-marker]:hidden">
        <span dir="auto" className="line-clamp-2 group-open:hidden">
          {text}
        </span>
        <span className="inline-flex min-h-11 items-center underline">
          <span className="group-open:hidden">Read all of it</span>
          <span className="hidden group-open:inline">Show less</span>
        </span>
      </summary>
      <p dir="auto" className="whitespace-pre-line">
        {text}
      </p>
    </details>
  )
}
