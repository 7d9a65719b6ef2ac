import type { NonResponseOutcome } from './types'

type Silence = { outcome: NonResponseOutcome; words: RegExp }

/** The phrases by which newsrooms say that somebody did not answer: three different facts. That
 * somebody was asked is a fourth, and says nothing of an answer. */
export const SILENCES: Silence[] = [
  {
    outcome: 'did_not_immediately_respond',
    words:
      /\b(?:did not|didn['’]t|had not|hadn['’]t|has not|have not|hasn['’]t|haven['’]t|was not|were not) (?:immediately|promptly|right away|as of|yet)[^.;]{0,20}?\s?(?:respond|responded|return|returned|reply|replied|comment|commented|answer|answered|provide|provided|available|reachable)\b/iu,
  },
  {
    outcome: 'did_not_immediately_respond',
    words:
      /\b(?:(?:could not|couldn['’]t) (?:immediately be reached|be (?:immediately|promptly) reached|be reached immediately)|(?:was|were) (?:not immediately|unavailable|not available) [^.]{0,20}?(?:for comment|to comment|reached)|(?:was|were)(?: not|n['’]t) immediately (?:available|reachable))/iu,
  },
  {
    outcome: 'declined',
    words:
      /\b(?:declin(?:ed|es|ing)|refus(?:ed|es|ing)|would not|wouldn['’]t|opted not) (?:(?:a|the|our|multiple|several|repeated|numerous|an interview) requests? |to be |an interview|for |an? |to )*(?:comment|to comment|for comment|interview(?:ed)?|answer (?:any |specific )?questions|say|discuss|respond)\b/iu,
  },
  {
    outcome: 'declined',
    words:
      /\b(?:had|has|have) (?:no comment|nothing (?:further )?to (?:say|add))\b|\bsaid (?:it|they|he|she) (?:had no|does not|did not|do not|would not) comment\b|\b(?:does not|do not) comment on\b/iu,
  },
  {
    outcome: 'no_reply',
    words:
      /\b(?:did not|didn['’]t|has not|have not|hasn['’]t|haven['’]t|had not|hadn['’]t|never|do not|failed to) (?:publicly |yet |formally )?(?:respond(?:ed)?|return(?:ed)?|repl(?:y|ied)|answer(?:ed)?|acknowledge(?:d)?)(?: yet)?(?: (?:it|them|to|a|an|any|our|my|his|her|multiple|several|repeated|numerous|two|three|four|five|six|\d+|the|phone|requests?|calls?|messages?|questions?|e-?mails?|inquir\w+|enquir\w+|before|by|as|at|when|so far|in time)\b|[.,;]|$)/iu,
  },
  {
    outcome: 'no_reply',
    words:
      /\b(?:could not|couldn['’]t) be reached\b|\b(?:not|never|n['’]t) (?:yet )?(?:heard|hear) back\b/iu,
  },
  {
    outcome: 'no_reply',
    words:
      /(?<=\b(?:neither|none|nor) (?:(?! (?:and|but) )[^;,]){2,120} )(?:responded|replied|returned|answered|commented)\b/iu,
  },
  {
    outcome: 'no_reply',
    words:
      /\b(?:has|have|had) yet to (?:respond|reply|answer|comment)\b|\b(?:did not|didn['’]t|has not|hasn['’]t|have not|had not) (?:publicly |yet )?(?:(?:provide|give|offer|have|make|issue|send)d?e?n? (?:an? |any )?(?:comment|response|statement|answer)s?\b|comment(?:ed)?\b(?! on\b))|(?<!\bbut )\b(?:did not|didn['’]t) comment on\b|\b(?:was|were) not (?:returned|answered|acknowledged)\b/iu,
  },
  {
    outcome: 'did_not_immediately_respond',
    words: /\bhad no immediate (?:comments?|response|reply)\b/iu,
  },
  {
    outcome: 'declined',
    words: /\boffered no comment\b|\bwould neither confirm nor deny\b/iu,
  },
  {
    outcome: 'declined',
    words:
      /\b(?:\p{L}*anfrage|\p{L}*gespräch|interviews?|stellungnahmen?|kommentar) (?:lehnte|lehnten) [^.;]{0,60}?\bab\b/iu,
  },
  {
    outcome: 'waiting',
    words:
      /\b(?:has|have) (?:also )?(?:reached out to|contacted|approached) [^;]{2,80}? (?:for|seeking) (?:an? |further )?(?:comment|response|statement|reply)\b/iu,
  },
  {
    outcome: 'waiting',
    words:
      /\b(?:has|have|had|was|were) (?:also )?(?:been )?(?:approached|contacted|asked) for (?:comment|a (?:response|statement|comment|reply))\b/iu,
  },
  {
    outcome: 'declined',
    words: /^(?:It|They|He|She|Both)(?: too| also)? (?:declined|refused)\.?$/u,
  },
  {
    outcome: 'declined',
    words: /\b(?:would not|wouldn['’]t) (?:say|comment|discuss|answer|elaborate)\b/iu,
  },
  {
    outcome: 'no_reply',
    words:
      /\b(?:ignored|left unanswered|went unanswered|were not returned|was not returned)\b[^.;]{0,40}\b(?:requests?|calls?|messages?|questions?|e-?mails?|unanswered|returned)?/iu,
  },
  {
    outcome: 'did_not_immediately_respond',
    words:
      /\bno (?:respondió|respondieron|contestó|contestaron|ha respondido|han respondido|había respondido|habían respondido)[^.;]{0,12}(?:de inmediato|inmediatamente|de forma inmediata|por el momento|hasta el momento|todavía|aún)/iu,
  },
  {
    outcome: 'declined',
    words:
      /\b(?:declinó|declinaron|rehusó|rehusaron|se negó a|se negaron a|rechazó|no quiso|no quisieron|evitó) (?:a )?(?:hacer )?(?:comentar|comentarios|declaraciones|declarar|pronunciarse|dar una entrevista|responder|hacer)/iu,
  },
  {
    outcome: 'no_reply',
    words:
      /\bno (?:respondió|respondieron|contestó|contestaron|(?:ha|han|había|habían) (?:respondido|contestado|atendido)|atendió|atendieron|dio respuesta|fue posible contactar)(?![\p{L}])/iu,
  },
  {
    outcome: 'did_not_immediately_respond',
    words:
      /(?<![\p{L}])(?:reagierte|reagierten|antwortete|antworteten|äu(?:ß|ss)erte sich|äu(?:ß|ss)erten sich|war|waren) (?:zunächst|vorerst|auf anfrage zunächst|bislang|am \w+ zunächst)[^.;]{0,40}?(?:nicht|keine stellungnahme)\b/iu,
  },
  {
    outcome: 'declined',
    words:
      /\b(?:lehnte|lehnten) (?:eine|jede|es|einen)[^.;]{0,50}?(?:ab|kommentar)\b|\bwollte(?:n)? (?:sich|den|das|die)[^.;]{0,50}?nicht (?:äußern|kommentieren)|\bkein(?:en)? kommentar\b/iu,
  },
  {
    outcome: 'declined',
    words:
      /(?<![\p{L}])äu(?:ß|ss)erten? sich\b[^.;]{0,60}\bnicht\b(?! (?:sofort|sogleich))|\bwollten? [^.;]{1,50}? nicht (?:sagen|äußern|äussern|kommentieren|beantworten)\b/iu,
  },
  {
    outcome: 'no_reply',
    words:
      /\b(?:reagierte|reagierten|antwortete|antworteten)\b[^.;]{0,50}?\bnicht\b|\b(?:ließ|ließen|liess|liessen)[^.;]{0,60}?unbeantwortet|\bnicht (?:geantwortet|reagiert|beantwortet)\b|\b(?:war|waren)[^.;]{0,40}? nicht (?:zu erreichen|erreichbar)\b|\bblieb(?:en)?[^.;]{0,40}?unbeantwortet/iu,
  },
]
