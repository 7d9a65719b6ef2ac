import type { EntryKind } from '../kinds/names'

/** What was typed, by field name; names are paths such as `appearances.0.name`. */
export type FormValues = Record<string, string | string[]>

/** Messages for a person, by field name; the empty name is the form as a whole. */
export type FieldErrors = Record<string, string[]>

/** One field that two people changed: its label, and both texts. */
export type FieldConflict = { field: string; label: string; yours: string; theirs: string }

/** How two texts of a field become one: as paragraphs, on a line, as a list, as names, or as rows of both. */
export type Joins = 'paragraphs' | 'line' | 'list' | 'names' | 'rows'

/**
 * What somebody else saved in a field, as form values; `fields` are all that belong to it, such as the
 * coordinates of a place; `joins` where it can be put beside one's own.
 */
export type ConflictingText = { values: FormValues; fields?: string[]; joins?: Joins }

/** An entry that one about to be logged looks like; `edtf` is its date. */
export type LookAlike = {
  id: string
  kind: EntryKind
  title: string
  place: string
  edtf: string
}

/**
 * What an action answers to its form. Everything but `idle` and `ok` carries what was typed, so
 * that a form never loses it, with or without script.
 */
export type FormState =
  | { status: 'idle' }
  | { status: 'editing'; values: FormValues }
  /**
   * `address` is one to hand over, which the form shows to be copied; `codes` and `secret` are shown this once;
   * `challenge` is what the browser has to ask its passkeys for, as JSON.
   */
  | {
      status: 'ok'
      message: string
      address?: string
      codes?: string[]
      secret?: { label: string; value: string }
      challenge?: string
    }
  | { status: 'invalid'; message: string; fieldErrors: FieldErrors; values: FormValues }
  | {
      status: 'conflict'
      message: string
      conflicts: FieldConflict[]
      /** Fields of `conflicts` that only the other person changed: `values` has their text already. */
      taken: string[]
      /** What the other person saved, by field. */
      theirs: Record<string, ConflictingText>
      version: number
      values: FormValues
    }
  | { status: 'alike'; message: string; entries: LookAlike[]; values: FormValues }
  | { status: 'failed'; message: string; values: FormValues }

/** An action as a form calls it through `useActionState`. */
export type FormAction = (previous: FormState, formData: FormData) => Promise<FormState>

/** The state of a form that has not been sent. */
export const idle: FormState = { status: 'idle' }
