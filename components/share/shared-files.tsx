/** The record's other forms, as links to files; `query` is what narrows the page, without a `?`. */
export function SharedFiles({
  address,
  files,
  query,
}: {
  address: string
  files: { name: string; label: string }[]
  query: string
}) {
  if (files.length === 0) return null
  return (
    <nav aria-label="The record as a file">
      {files.map(({ name, label }) => (
        <a key={name} href={`${address}/${name}${query && `?${query}`}`}>
          {label}
        </a>
      ))}
    </nav>
  )
}
