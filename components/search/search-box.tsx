import { SearchIcon } from '../ui/search-icon'

/**
 * The header's field, on every page; on a phone, where a field would take a line from what people
 * came to read, a way to the page that has one. Without script it is an ordinary form; SearchKeys
 * finds it by `data-search-field`.
 */
export function SearchBox() {
  return (
    <>
      <a
        href="/search"
        aria-label="Search"
        className="inline-flex size-11 items-center justify-center sm:hidden"
      >
        <SearchIcon />
      </a>
      <form
        action="/search"
        method="get"
        role="search"
        aria-label="Search the record"
        className="hidden min-w-0 sm:block"
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
    </>
  )
}
