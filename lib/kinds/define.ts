import { z } from 'zod'
import { isWebAddress, lineText } from '../schemas/text'
import type { InquiryOutcome } from '../schemas/words'
import type { Lane } from './names'

/** One field that only some kinds have. From it follow the form's field, the check, and the card's line. */
export type DetailField = {
  label: string
  hint?: string
  /** It names places, and is kept from readers of shares who may not know the entry's exactly. */
  exactPlace?: true
} & ({ type: 'text' | 'count' | 'url' } | { type: 'choice'; options: Record<string, string> })

/** The kind's own values as they are stored: text, or a whole number for a count; unknown is absent. */
export type Details = Record<string, string | number>

/** Who was asked for an answer, and what each did; `later` is what came of it since, oldest first (EDTF). `outcome` is null where it may not be told. */
export type AskedParts = {
  askedBy: string | null
  recipients: {
    name: string
    outcome: InquiryOutcome | null
    later?: { outcome: InquiryOutcome; edtf: string }[]
  }[]
}

/** What a sentence may speak of; lists of names, already as the reader may see them. */
export type SentenceParts = {
  place: string
  participants: string
  actors: string[]
  targets: string[]
  subjects: string[]
  accordingTo: string | null
  details: Details
  inquiries: AskedParts[]
}

/** All that the program knows of one kind of entry. */
export type KindDefinition = {
  lane: Lane
  label: string
  /** Several of it, within a sentence, where the label with an ending would not say it. */
  plural?: string
  /** What it is, for the picker: a few words. */
  hint: string
  /** How the form asks for the organizations that the entry is by, aimed at, and about. */
  parts: { actor: string; target: string; subject: string }
  fields: Record<string, DetailField>
  /**
   * Says in one sentence what is recorded beside the title and the kind, which are read above it and
   * are not said again; never a verdict. Empty where nothing else is recorded.
   */
  sentence: (parts: SentenceParts) => string
}

const MAX_COUNT = 100_000_000

/** The check of a kind's own fields, from their description. Empty fields are left out. */
export function detailsSchema(fields: KindDefinition['fields']): z.ZodType<Details> {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)]),
  )
  return z
    .strictObject(shape)
    .transform(
      (details) =>
        Object.fromEntries(
          Object.entries(details).filter(([, value]) => value !== undefined),
        ) as Details,
    )
}

function fieldSchema(field: DetailField): z.ZodType<string | number | undefined> {
  const text = lineText(500).optional()
  switch (field.type) {
    case 'text':
      return text.transform((value) => value || undefined)
    case 'url':
      return text
        .refine(
          (value) => !value || isWebAddress(value),
          'Give a web address that begins with https:// or http://, or leave this empty.',
        )
        .transform((value) => value || undefined)
    case 'choice':
      return text
        .refine(
          (value) => !value || Object.hasOwn(field.options, value),
          'Choose one from the list.',
        )
        .transform((value) => value || undefined)
    case 'count':
      return z
        .union([z.number(), z.string()])
        .optional()
        .transform((value) =>
          value === undefined || value === ''
            ? undefined
            : Number(String(value).replaceAll(/[,\s]/g, '')),
        )
        .refine(
          (value) =>
            value === undefined || (Number.isInteger(value) && value >= 0 && value <= MAX_COUNT),
          'Give a whole number, such as 1500, or leave this empty.',
        )
  }
}

/** "A", "A and B", "A, B and C". */
export function nameList(names: string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`
}

/** Puts a sentence together from the clauses that are known, with one full stop; empty where none is. */
export function clauses(...parts: (string | number | false | null | undefined)[]): string {
  const text = parts.filter(Boolean).join(', ')
  return text === ''
    ? ''
    : `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`
}

/** "by A and B", or nothing where no name is known. */
export function named(word: string, names: string[]): string | false {
  return names.length > 0 && `${word} ${nameList(names)}`
}

const LEADS =
  /^(?:about|after|along|as|at|before|between|by|during|for|from|immediately|in|into|now|of|on|since|through|to|under|until|via|with|within)\b/i

/** Words of people behind a preposition, unless they begin with one: "by May", "within 30 days". */
export function led(word: string, words: string | number | undefined): string | false {
  if (!words) return false
  const text = String(words)
  return LEADS.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : `${word} ${text}`
}
