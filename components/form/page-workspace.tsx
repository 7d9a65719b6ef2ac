'use client'

import { createContext, useContext, type ReactNode } from 'react'
import { PAGE_WORKSPACE } from '@/lib/forms/page-workspace'

const PageWorkspace = createContext('')

/** Lets every form of a page say which workspace the page is of. */
export function InWorkspace({ id, children }: { id: string; children: ReactNode }) {
  return <PageWorkspace value={id}>{children}</PageWorkspace>
}

/** The hidden field that says it; nothing where nobody is signed in. */
export function WorkspaceField() {
  const id = useContext(PageWorkspace)
  return id === '' ? null : <input type="hidden" name={PAGE_WORKSPACE} value={id} />
}
