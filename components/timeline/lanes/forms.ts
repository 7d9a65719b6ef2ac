import type { Span } from '@/lib/timeline/lanes/levels'
import { writeWindow } from '@/lib/timeline/lanes/window'

/** The filters and the jump lead back to the window that is seen, not to the one that was loaded. */
export function tellForms(path: string, window: Span | null): void {
  for (const form of document.forms) {
    if (form.getAttribute('action') !== path) continue
    const field =
      form.querySelector<HTMLInputElement>('input[name="window"]') ??
      document.createElement('input')
    field.type = 'hidden'
    field.name = 'window'
    field.value = window ? writeWindow(window) : ''
    field.disabled = !window
    if (!field.isConnected) form.append(field)
  }
}
