import type { CommandRights } from '@/lib/search/commands'
import { CommandButton } from './command-button'

/**
 * The header's field, where there is room for one, and the button of the command bar. Without script
 * they are an ordinary form and a link; SearchKeys finds the field by `data-search-field`.
 */
export function SearchBox({ rights }: { rights: CommandRights }) {
  return (
    <div className="flex items-center">
      <form
        action="/search"
        method="get"
        role="search"
        aria-label="Search the record"
        className="hidden min-w-0 lg:block"
      >
        <input
          type="search"
          name="q"
          data-search-field="header"
          aria-label="Search"
          aria-keyshortcuts="/"
          placeholder="Search"
          maxLength={200}
          autoComplete="off"
          enterKeyHint="search"
          className="control lg:max-w-48"
        />
      </form>
      <CommandButton rights={rights} />
    </div>
  )
}
