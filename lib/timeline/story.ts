import type { EntrySign } from '../entries/signs'
import type { EntryKind, Lane } from '../kinds/names'
import type { DemandRelation, EntryStatus, Stance } from '../schemas/words'

/** An entry as the story shows it closed. Days are ISO; `time` is HH:MM in `timeZone`. */
export type StoryEntry = {
  id: string
  kind: EntryKind
  alsoKind: EntryKind | null
  lane: Lane
  status: EntryStatus
  title: string
  /** What its kind says of it, where nobody wrote a summary. */
  sentence: string
  /** How its summary begins. */
  summary: string
  accordingTo: string | null
  edtf: string
  firstDay: string
  lastDay: string
  time: string | null
  timeZone: string | null
  people: string[]
  /** How many quotes it holds. */
  quotes: number
  demands: {
    number: number
    wording: string
    relation: DemandRelation
    stance: Stance | null
    at: string | null
  }[]
  /** Its first source, and how many more there are. */
  source: { name: string; more: number } | null
  /** What stands beside its title. */
  signs: EntrySign[]
}

/** A window of the story with the cursors of the windows after and before it; null at an end. */
export type StoryPage = { entries: StoryEntry[]; next: string | null; previous: string | null }
