/**
 * Words before a verb by which a report does not say that it happened: a denial, a threat, a fear, a condition,
 * a rumour. "Pell denied that Ortiz was fired", "If Poe were fired", "falsely claimed that Acme ended its contract"
 */
const UNASSERTED =
  /\b(?:den(?:y|ies|ied|ying)|dispute[sd]?|rejected (?:claims|reports)|falsely|wrongly|mistakenly|rumou?rs?|rumou?red|reports|claims|(?:not|un|n['’]t) ?true|false|(?:warn|fear|worr|threaten|suspect|expect|predict)\p{Ll}* (?:\p{Ll}+ ){0,3}?that|(?:workers|employees|they|he|she|union|members|colleagues) (?:feared?|suspect(?:ed)?)|had (?:hoped|expected)|if|unless|whether|as though|in case|may|might|could|would have|neither|nobody|no one|none)\b[^.;“”"]{0,80}$/iu

const CONDITION = /^\s*(?:If|Unless|Should) [^.;“”"]{0,120}$/u

export function isUnasserted(before: string): boolean {
  // A long sentence with many verbs is not searched from its start for each.
  return UNASSERTED.test(before.slice(-160)) || CONDITION.test(before)
}
