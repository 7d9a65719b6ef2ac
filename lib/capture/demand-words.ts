export const BASE =
  'cut|end|stop|drop|cancel|sever|terminate|halt|pay|raise|recogni[sz]e|bargain|negotiate|rehire|reinstate|give|provide|commit|release|publish|disclose|divest|refuse|reject|deny|withdraw|restore|respect|guarantee|increase|improve|hire|reduce|remove|ban|bar|close|open|keep|protect|sign|agree|apologi[sz]e|reverse|meet|allow|share|implement|adopt|address|abandon|suspend|scrap|freeze|fund|offer|lower|limit|bring|change|fix|install|investigate|return|support|abolish|accept|honou?r|make|take|put|set|use|pass|vote|resign|ensure|establish|extend|create|eliminate|grant|lift|review|replace|revoke|rescind|sell|break|pause|delete|hand over|call|turn over|intervene|buy|write|boycott|approve|let|settle|acknowledge|cease|resume|comply|consult|divulge|repeal|reopen|renegotiate|unfreeze|compensate|refund|repay|rein in|phase out|stand up|start|speak (?:out|up)(?= \\p{L})|contact|insist|condemn|denounce|pressure|explain|turn off|switch off|shut (?:off|down)|renew|require|inspect|waive|wipe|erase|rule out|recuse|rehouse|reconsider'

/** Another thing that is asked, of somebody else: where the words of the first end. */
const ASKED_AGAIN =
  ',? and (?:also )?(?:asks?|asked|asking|urges?|urged|urging|calls? on|called on|calling on|presses|pressed|wants) '
const ASKED =
  '(?:call(?:s|ed|ing)? (?:(?:up)?on|for)|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|press(?:es|ed|ing)?|push(?:es|ed|ing)?|pressur(?:e|es|ed|ing)|implor(?:e|es|ed|ing)|want(?:s|ed|ing)?|would like|order(?:ing)?|lobb(?:y|ies|ied|ying)|tell(?:s|ing)?|(?<!\\b(?:a|an|the|this|that|their|its|new|online|open) )petition(?:s|ed|ing)?|beg(?:s|ged|ging)?|challeng(?:e|es|ed|ing)|dar(?:e|es|ed|ing)|appeal(?:s|ed|ing)? to|(?<=\\bto )get|getting|(?<=\\b(?:resolution|proposal|motion|measure|ordinance|bill)\\b[^.;]{0,40} )requir(?:e|es|ed|ing)|demand(?:s|ed|ing)? (?:of|from))'
/** "calling on Acme to end its contracts" */
export const ASKED_TO = new RegExp(
  `\\b${ASKED} (?!(?:by|of|from|in|at) )((?:the |that )?[^.;:!?"“”\\n]{2,120}?),? to [“"]?((?:immediately |permanently )?[\\p{Ll}](?:(?!${ASKED_AGAIN})[^.;!?"“”\\n]|[“"][^.!?“”"\\n]{2,40}[”"]|(?<=\\d)\\.(?=\\d))*)`,
  'giu',
)
/** "demanded the company cut", "demanding that Acme rehire" */
export const DEMANDED_THAT = new RegExp(
  `\\b(?:(?:demand(?:s|ed|ing)?|insist(?:s|ed|ing)?|request(?:s|ed|ing)?|propos(?:es|ed|ing)) (?:(?:on \\p{Lu}\\p{L}+day )?that )?|(?:ask(?:s|ed|ing)?|petition(?:s|ed|ing)?|plead(?:s|ed|ing)?) that )((?:the |all )?[^.;:!?"“”\\n]{2,70}?) [“"]?((?:immediately |also |not )?(?:${BASE}|issue|divulge|cooperate|restrict|retract|resume|be|do|come|clear|fire|dismiss|join|leave|report|turn|acknowledge|build|pull|phase|expand|convert|fully|publicly|start|begin|cease|refrain)\\b(?:[^.;!?"“”\\n]|[“"][^.!?“”"\\n]{2,40}[”"]?)*)`,
  'giu',
)
/** "demanding higher wages", "called for an end to" */
export const DEMANDED =
  /(?<!\b(?:the|their|its|these|those|of|two|three|four|five|six|seven|eight|nine|ten|key|main|list of) )\b(?:(?!(?<=['’]s? )demands (?!for\b))demand(?:s|ed|ing)?|call(?:s|ed|ing)? for|push(?:es|ed|ing)? for|fight(?:s|ing)? for|press(?:es|ed|ing)? for|campaign(?:s|ed|ing)? for|protest(?:s|ed|ing)? for|rall(?:ied|ying) for|strik(?:e|es|ing) for|ask(?:s|ed|ing)? for|(?<!\b(?:effort|bid|attempt|order|hope|move) to )seek(?:s|ing)?(?! (?:out|asylum|refuge|shelter|help|advice|treatment|medical|counsel|office|election|re-?election|employment|work|revenge|attention|to)\b)) ((?!(?:the |their |his |her |\d+ |two |three |four |five |six |several |some |all )?(?:(?:fired|former|laid-off|detained|dismissed|suspended) )?(?:workers|employees|colleagues|co-?workers|teachers|nurses|drivers|people|students|members|families|immigrants|prisoners)(?=[ .,]|$)(?! (?:to|be)\b)|(?:(?:more than|over|about|almost|nearly|at least|up to|the) )?(?:an? )?(?:(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|first|second|third|last|next|indefinite|full|half)[ -]?)?(?:hours?|days?|weeks?|months?|years?|decades?|period|time|minutes?)\b(?!['’]? (?:day|week|work\p{L}*|contract|freeze|notice|pause|moratorium)\b)|(?:with|by|from|against|on|at)\b|the same\b|all (?:my|our|of)\b|our\b|us\b|you\b|it\b|them\b|each other\b|every(?:one|body)\b|(?:on [a-z]+day )?that\b|remain|have\b|are\b|were\b|had\b|include|my\b|his\b|her\b|your\b|the company\b|answers\b|comment\b|action\b|change\b|changes\b|more information\b)[^.;:!?"“”\n]{4,200})/giu
/** "The union wants the cameras turned off, the warnings torn up and an independent review" */
export const WANTED =
  /\b(?:union|workers|they|it|group|coalition|drivers|employees|members|campaigners|residents|staff|organi[sz]ers|nurses|teachers|tenants|students|strikers|\p{Lu}\p{L}+) (?:also |now )?(?:wants?|wanted) ((?:(?:the|these|those|its|their|all) [^,.;:“”"\n]{2,50}? (?:\p{Ll}+ed|torn|taken|put|brought|made|shut|cut|thrown|withdrawn|given|built|kept|sold|undone)\b|(?:more|better|higher|fair(?:er)?|safer?|stronger|written|lower|shorter|guaranteed)\b|an? (?!\p{Ll}+ (?:who|that) )(?:[\p{Ll}-]+ ){0,2}(?:raise|review|ratio|contract|guarantee|end|ban|limit|freeze|inquiry|investigation|pause|moratorium|cap|say|voice|seat|minimum|plan|commitment|apology|vote|rise|increase|meeting)\b)[^.;:“”"\n]{0,200})/gu
/** "seeking a meeting with Minister Ada Smith" asks it of her. */
export const MEETING =
  /^(?:an? )?(?:\p{Ll}+ ){0,2}(?:meeting|talks|discussions?|dialogue|negotiations) with ((?:the )?[^,.;]{2,60})/iu
/** "Their demands include A, B and C" */
export const DEMANDS_ARE =
  /\b(?:demands?|asks) (?:include[sd]?|are|were|is|was|:)(?!\s*(?:not |being |all |fully |finally )?(?:met|heard|ignored|rejected|addressed|agreed|granted|answered|(?:simple|clear|reasonable|unchanged|the same)\b(?!:))\b)\s*:?\s*([^.!?\n]{4,400})/giu

export const NOT_A_TARGET =
  /^(?:people|everyone|everybody|others|supporters|members|workers|attendees|the crowd|consumers|customers|the public|shoppers|drivers|him|her|us|you|me|protesters|reporters|residents|voters|each other|them|them to|readers)$/iu

/** "Acme has been asked by the union to buy elsewhere" */
const WAS_ASKED =
  /((?:[^.,;:!?"“”\n]|\bSt\.){2,60}?)(?:, who [^.;:!?"“”\n]{2,120}?)?,? (?:has been|have been|had been|is being|are being|was|were|is|are) (?:asked|urged|pressed|called on|pressured|told)(?: by [^.;:"“”\n]{2,60}?)? to ((?:immediately )?[\p{Ll}][^.;!?"“”\n]*)/giu
/** "This council must sell its shares", "The county, he argued, should refuse to renew" */
const MUST = new RegExp(
  `((?:the |this |our |that )?[^.,;:!?"“”\\n]{2,60}?)(?:, [^,.;“”"]{2,40},)? (?:must|should|needs? to|ought to) ((?:immediately |not )?(?:${BASE})\\b[^.;!?"“”\\n]*)`,
  'giu',
)
/** "asks that Ada Smith be reinstated with back pay" */
export const BE_DONE =
  /\b(?:ask(?:s|ed|ing)?|demand(?:s|ed|ing)?|request(?:s|ed|ing)?|insist(?:s|ed|ing)?) that ([^.;:!?"“”\n]{2,60}? be \p{Ll}+(?:ed|en|lt|ought)\b[^.;!?"“”\n]*)/giu
/** "until the company rehires her and recognizes the union", "unless Acme raises pay" */
const UNTIL = new RegExp(
  `\\b(?:until|unless) ((?:the )?[\\p{L}'’ \u2024]{2,40}?) ((?:(?:${BASE})(?:e?s)|denies|agree[sd]? to|rehired|recogni[sz]ed|reinstated)\\b[^.;!?"“”\\n]*)`,
  'giu',
)
/** Whom no demand is put to: "asked whether the company would". */
export const NOT_ASKED = /^(?:whether|about|if|why|how|what|when|where|who)\b/iu
/** "asked officials how documents that are meant to be locked away ended up here" asks for nothing. */
export const QUESTION = / (?:how|why|whether|what|if|when|where) /iu
/** What for, and not what: "we are fighting for dignity". */
export const IDEAL =
  /^(?:our |their )?(?:dignity|justice|freedom|democracy|peace|equality|respect|change|fairness|the future|a better (?:life|future|world)|better lives|rights|answers|accountability|action|solidarity|fun|love|money|(?:(?:just|only) )?(?:\d+|one|two|three|four|five|six|seven|several|some|these|the following) (?:(?:simple|clear|basic|more|other) )?(?:things?|demands?|changes|points|steps|conditions|questions))$/iu
export const THROUGH =
  /^(?:order|direct|compel|require|force|press|push|tell|instruct|make) ((?:the )?[^.,;]{2,50}?) to (.+)$/u
/** What else is a demand, with how sure that is. */
export const OTHERS: [RegExp, number][] = [
  [WAS_ASKED, 0.85],
  [UNTIL, 0.75],
  [MUST, 0.75],
]

/** "The union is asking Acme:", before a list of what is asked */
export const LISTING =
  /\b(?:demand(?:s|ed|ing)?|ask(?:s|ed|ing)?|call(?:s|ing|ed)? on|urg\p{L}+|want(?:s|ed)?)\b[^.]*:(?: 1[.)]?)?$/iu
/** whom such a list is put to */
export const LIST_FOR =
  /\b(?:on|urg\p{L}+|of|want|that) ((?:the )?[^.,:]{2,50}?)(?: to .{0,60})?:(?: 1[.)]?)?$/iu
