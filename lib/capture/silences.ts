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
      /\b(?:(?:could not|couldn['’]t) (?:immediately be reached|be (?:immediately|promptly) reached|be reached immediately)|(?:was|were) not immediately [^.]{0,20}?(?:for comment|to comment|reached)|(?:was|were)(?: not|n['’]t) immediately (?:available|reachable))/iu,
  },
  {
    outcome: 'declined',
    words:
      /\b(?:declin(?:ed|es|ing)|refus(?:ed|es|ing)|would not|wouldn['’]t|opted not) (?:(?:a|the|our|multiple|several|repeated|numerous|an interview) requests? |to be |an interview|for |an? |on-camera |on-the-record |phone |further |to )*(?:comment|to comment|for comment|interview(?:ed)?|answer (?:\p{Ll}+ )?questions|say|discuss|respond|name (?:any|the|who|which)|give (?:any |a |further )?(?:details|figures?|reasons?)|elaborate|specify|disclose|speculate)\b/iu,
  },
  {
    outcome: 'declined',
    words:
      /\b(?:had|has|have) (?:no comment|nothing (?:further )?to (?:say|add))\b|\bsaid (?:that )?(?:it|they|he|she) (?:had no|does not|did not|do not|would not) comment\b|\b(?:does not|do not) comment on\b/iu,
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
    outcome: 'declined',
    words:
      /\b(?:would not|wouldn['’]t|did not want to|(?:declin|refus)\p{Ll}+ to) (?:talk|speak) (?:to|with) (?:us|me|reporters|journalists|the (?:press|media)|this (?:news)?paper)\b|\bdid(?: not|n['’]t) (?:wish|want) to (?:comment|discuss|be interviewed)\b/iu,
  },
  {
    outcome: 'waiting',
    words:
      /^We(?:['’]re| are) (?:still )?(?:a?waiting) (?:to hear|for (?:an?|their|its) (?:reply|response|answer|comment))/u,
  },
  {
    outcome: 'no_reply',
    words:
      /\b(?:has|have|had) yet to (?:respond|reply|answer|comment|hear)\b|\b(?:did not|didn['’]t|has not|hasn['’]t|have not|had not) (?:publicly |yet )?(?:(?:provide|give|offer|have|make|issue|send)d?e?n? (?:an? |any )?(?:comment|response|statement|answer)s?\b|comment(?:ed)?\b(?! on\b))|(?<!\bbut )\b(?:did not|didn['’]t) comment on\b|\b(?:was|were) not (?:returned|answered|acknowledged)\b/iu,
  },
  {
    outcome: 'no_reply',
    words:
      /\b(?:remain(?:s|ed)?|stayed|went|gone|been|was|were|left) (?:unanswered|unreturned|ignored|without (?:an? |any )?(?:reply|response|answer))\b|\b(?:no|not a) (?:word|response|reply|answer|comment)(?: yet| so far| as yet)? (?:came |was received |had come )?from\b|\breceived no (?:reply|response|answer|comment)\b|\b(?:did not|didn['’]t|has not|had not) (?:elicit|elicited|receive|received|draw|drawn) (?:an? |any )?(?:reply|response|answer|comment)\b|\bwithout success\b/iu,
  },
  {
    outcome: 'no_reply',
    words:
      /\b(?:could(?:n['’]t| not)|(?:was|were) (?:unable|not able) to|failed to|tried (?:and failed )?to) (?:get hold of|reach|contact|get through to|track down)\b|\b(?:attempts|efforts) to (?:reach|contact|speak (?:to|with)) [^.;]{2,60}? (?:were|was|proved|have been) (?:unsuccessful|fruitless|not successful|in vain)\b|\b(?:was|were|is) (?:not available|unavailable) (?:for|to) (?:an? )?(?:comment|interview|speak)\b|\bcould(?:n['’]t| not) be contacted\b/iu,
  },
  {
    outcome: 'declined',
    words:
      /\b(?:would|will|was|were|is|are)(?: not|n['’]t) (?:be )?(?:comment(?:ing)?|discuss(?:ing)?|offering (?:a|any) comment)\b|\b(?:does|do)(?: not|n['’]t) (?:comment on|discuss|respond to|give interviews)\b(?<!["“”].*)|\b(?:in|not )appropriate (?:for (?:it|us|them) )?to comment\b|\b(?:could(?: not|n['’]t)|(?:is|are|was|were) (?:unable|not able) to) comment\b(?! that)/iu,
  },
  {
    outcome: 'declined',
    words:
      /\b(?:would|will)(?: not|n['’]t) be drawn (?:on|about|into)\b|\bnot in a position to (?:comment|discuss|say)\b|\bsaid (?:that )?(?:it|they|he|she) (?:could(?: not|n['’]t)|cannot|can['’]t|was not able to|were not able to|was unable to|were unable to) discuss\b|\b(?:said|replied|answered|wrote|responded)(?: only)?[:,]? ["“‘']no comment\b/iu,
  },
  {
    outcome: 'no_reply',
    words:
      /\b(?:did not|didn['’]t|has not|hasn['’]t|have not|haven['’]t|would not|wouldn['’]t) answer(?:ed)? (?:that|this|those|these|when asked|if asked|further|other|detailed|written|emailed) ?(?:questions?)?\b/iu,
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
      /(?<![\p{L}])(?:\p{L}{0,30}anfrage|\p{L}{0,30}gespräch|interviews?|stellungnahmen?|kommentar) (?:lehnte|lehnten) [^.;]{0,60}?\bab\b/iu,
  },
  {
    outcome: 'waiting',
    words:
      /\b(?:(?:has|have) (?:also )?(?:contacted|approached)|reached out to) [^;]{2,80}? (?:(?:for|seeking) (?:an? |further )?(?:comment|response|statement|reply)\b|and (?:is|are|was|were) (?:still )?(?:a?waiting))/iu,
  },
  {
    outcome: 'waiting',
    words:
      /\b(?:has|have|had|was|were) (?:also )?(?:been )?(?:approached|contacted|asked|invited) (?:for (?:comment|a (?:response|statement|comment|reply))|to comment)\b/iu,
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
    outcome: 'declined',
    words:
      /\bno (?:emitir\p{L}+|har[áa]n?|realizar\p{L}+|ofrecer\p{L}+|dar[áa]n?|hizo|hicieron|emitió) (?:una |ninguna |ningún )?(?:postura|posicionamiento|declaraci\p{L}+|comentarios?|valoraci\p{L}+)|\bno (?:ha|han|había|habían) querido (?:hacer|dar|responder|pronunciarse|comentar)|\bno (?:se pronunciar\p{L}+|comentar[áa]n?|valorar[áa]n?)(?!\p{L})|\b(?:prefirió|prefirieron|optó por|optaron por) no (?:hacer|opinar|comentar|declarar|pronunciarse|responder|hablar|referirse)/iu,
  },
  {
    outcome: 'no_reply',
    words:
      /\b(?:trató|intentó|trataron|intentaron|ha tratado|ha intentado) (?:de )?(?:contactar|comunicarse|localizar|hablar)[^.;]{0,12}sin (?:éxito|respuesta|obtener respuesta)|\bno (?:fue|ha sido) posible (?:contactar|localizar|obtener|hablar)|\bno (?:obtuvo|hubo|recibió|recibieron|ha habido|(?:ha|han|había|habían) (?:obtenido|recibido)) (?:una )?respuesta|\b(?:guarda|guardan|guardó|mantiene|mantienen) silencio|\bno (?:atiende|atienden|contesta|contestan|devolvió|devolvieron) (?:el |los |las |nuestr[oa]s )?(?:teléfono|llamad[oa]s|mensajes|correos)/iu,
  },
  {
    outcome: 'did_not_immediately_respond',
    words:
      /\bno (?:respondió|respondieron|contestó|contestaron|ha respondido|han respondido|había respondido|habían respondido)[^.;]{0,12}(?:de inmediato|inmediatamente|de forma inmediata|por el momento|hasta el momento|todavía|aún)/iu,
  },
  {
    outcome: 'declined',
    words:
      /\b(?:declinó|declinaron|ha declinado|han declinado|rehusó|rehusaron|se negó a|se negaron a|rechazó|no quiso|no quisieron|evitó) (?:a )?(?:hacer )?(?:comentar|comentarios|declaraciones|declarar|pronunciarse|dar una entrevista|responder|hacer)/iu,
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
      /(?<![\p{L}])äu(?:ß|ss)erten? sich\b[^.;]{0,60}\bnicht\b(?! (?:sofort|sogleich))|\bwoll(?:t?en?|e) [^.;]{1,50}? nicht (?:sagen|äußern|äussern|kommentieren|beantworten)\b|\bbeantwortete?n? (?:sie|er|es|man|das unternehmen|die firma) nicht\b/iu,
  },
  {
    outcome: 'declined',
    words:
      /(?<![\p{L}])verzichte\p{Ll}+ auf (?:eine|einen|jede|jeden) (?:stellungnahme|kommentar|auskunft)|\bman äußere sich[^.;]{0,80}nicht|(?<![\p{L}])(?:gab|gebe|gibt|geben) (?:[^.;]{0,30} )?(?:keinen kommentar|keine (?:auskunft|stellungnahme))|\bkeine (?:angaben|auskünfte) (?:machen|geben)|(?<![\p{L}])(?:nahm|nahmen|nehme|nimmt) (?:dazu |hierzu )?keine stellung|(?<![\p{L}])kommentier\p{Ll}+ [^.;]{0,60}nicht/iu,
  },
  {
    outcome: 'waiting',
    words:
      /(?<![\p{L}])(?:wurden?|ist|sind) (?:ebenfalls |auch )?(?:angefragt|um (?:eine )?stellungnahme gebeten|um auskunft gebeten)/iu,
  },
  {
    outcome: 'no_reply',
    words:
      /\b(?:reagierte|reagierten|antwortete|antworteten)\b[^.;]{0,50}?\bnicht\b|\b(?:ließ|ließen|liess|liessen)[^.;]{0,60}?unbeantwortet|\b(?:nicht|nie|nie mehr) (?:geantwortet|reagiert|beantwortet)\b|\b(?:war|waren)[^.;]{0,40}? nicht (?:zu erreichen|erreichbar)\b|\bblieb(?:en)?[^.;]{0,40}?unbeantwortet/iu,
  },
]
