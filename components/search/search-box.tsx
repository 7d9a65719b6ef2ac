/**
 * The header's field, on every page. Without script it is an ordinary form; SearchKeys finds it by
 * `data-search-field`.
 */
export function SearchBox() {
  return (
    <form
      action="/search"
      method="get"
      role="search"
      aria-label="Search the record"
      className="min-w-0"
    >
      <input
        type="search"
        name="q"
        data-search-field="header"
        aria-label="Search"
        aria-keyshortcuts="/ Control+K Meta+K"
        placeholder="Search"
        maxLength={200}
        autoComplete="off"
        enterKeyHint="search"
        className="control sm:max-w-56"
      />
    </form>
  )
}
