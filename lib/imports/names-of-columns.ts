import type { Target } from './targets'

/** What a column becomes by its name alone, the more certain first: in English, German, French and Spanish. */
export const NAMED: readonly (readonly [RegExp, Target])[] = [
  // Who answered a form is no part of what it tells, and when they did is not when it happened.
  [/^(?:timestamp|zeitstempel|horodateur|marca temporal)$/, 'nothing'],
  [/^(?:e-?mail(?: address)?|username|your name|phone(?: number)?)$/, 'nothing'],
  [/^(?:edit|updated?|modified|created|retrieved|accessed)\b|_(?:at|on)$/, 'nothing'],
  [/^(?:id|nr|no|number|case number|key|uid|fid|gid|objectid)$|[ _]id$/, 'recordId'],
  [
    /^(?:end|finish|last|to|until|ended)(?: ?date| day)?$|^(?:ende|enddatum|date de fin|fecha de fin)$|^date ?(?:end|to)$/,
    'endDate',
  ],
  [
    /^(?:date|when|day|event date|start|from|begin(?:ning)?|started|datum|fecha|start ?date)$|^(?:date|when)\b|^beginn$/,
    'date',
  ],
  [/^(?:time|hour|start time)$/, 'time'],
  [/^end ?time$/, 'endTime'],
  [/^(?:year)$/, 'year'],
  [/^(?:month)$/, 'month'],
  [
    /^(?:title|headline|name|event|event name|what|action name|subject line|titel|titre|título|bezeichnung|intitulé)$/,
    'title',
  ],
  [
    /^(?:description|summary|text|details?|what happened|story|body|beschreibung|descripción|resumen|résumé)$/,
    'summary',
  ],
  // What a group writes to itself is not for readers until somebody says so.
  [
    /^(?:(?:private |internal )?(?:notes?|remarks?|comments?)|anmerkung(?:en)?|bemerkung(?:en)?|notas?|remarques?)$/,
    'privateNote',
  ],
  [/^(?:lat|latitude|breite|breitengrad|latitud)$/, 'latitude'],
  [/^(?:lon|lng|long|longitude|länge|längengrad|longitud)$/, 'longitude'],
  [/^(?:lat(?:itude)?,? ?(?:lng|lon|long|longitude)|coordinates?|geolocation|geo|gps)$/, 'latLon'],
  [
    /^(?:crowd|size|crowd size|participants? ?(?:number|count)?|attendance|turnout|workers|number of .*(?:participants|workers|people)|# ?\w+|people)$|^how many\b|^(?:teilnehmer(?:zahl|innen)?|teilnehmende|participantes|asistentes|effectif)$/,
    'crowd',
  ],
  [/^(?:crowd low|size low|low(?:est)?|min(?:imum)?)$/, 'crowdLow'],
  [/^(?:crowd high|size high|high(?:est)?|max(?:imum)?)$/, 'crowdHigh'],
  [/^(?:counted by|crowd counted by)$/, 'crowdCountedBy'],
  [
    /^(?:place|location|venue|address|site|street|location detail|ort|adresse|lieu|lugar|dirección)$|^where\b/,
    'place',
  ],
  [/^(?:city|town|locality|municipality|city, state|stadt|ville|commune|ciudad)$/, 'place'],
  [/^(?:state|region|province|county|country|land)$/, 'place'],
  [
    /^(?:actors?|organi[sz]ers?|organi[sz]ations?|veranstalter(?:in)?|organisateurs?|organizadores?|sindicato|syndicat|gewerkschaft|organi[sz]ed by|unions?|labor organi[sz]ation|groups?|by|hosts?)$/,
    'actor',
  ],
  [
    /^(?:targets?|employers?|company|companies|against|aimed at|corporation|arbeitgeber|entreprise|empresa|ziel)$/,
    'target',
  ],
  [/^(?:subjects?|about)$/, 'subject'],
  [/^(?:people|speakers?|persons?)$/, 'person'],
  [/^(?:who|participants in words|who took part)$/, 'participants'],
  [
    /^(?:sources?|links?|urls?|article|reference|references|media|quellen?|fuentes?|enlace|lien)\b/,
    'source',
  ],
  [
    /^(?:tags?|labels?|issues?|topics?|keywords?|categories|schlagworte?|etiquetas?|étiquettes?)$/,
    'tags',
  ],
  [/^(?:kind|type|event type|action type|actions?|category|form|art|tipo)$/, 'kind'],
]
