/** Codes that are shown this once, to be written down or printed. */
export function CodeList({ codes }: { codes: readonly string[] }) {
  return (
    <ol className="mt-2 grid grid-cols-1 gap-x-8 gap-y-1 font-mono text-base tabular-nums sm:grid-cols-2">
      {codes.map((code) => (
        <li key={code}>
          <code className="select-all">{code}</code>
        </li>
      ))}
    </ol>
  )
}
