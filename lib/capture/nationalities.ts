const NATIONALITIES = new Set(
  (
    'Afghan Albanian Algerian American Angolan Arab Argentine Argentinian Armenian Asian Australian Austrian Bangladeshi ' +
    'Belarusian Belgian Bolivian Bosnian Brazilian British Bulgarian Burmese Cambodian Cameroonian Canadian Chilean Chinese ' +
    'Colombian Congolese Croatian Cuban Czech Danish Dutch Ecuadorian Egyptian Emirati English Eritrean Estonian Ethiopian ' +
    'European Filipino Finnish French Georgian German Ghanaian Greek Guatemalan Haitian Honduran Hungarian Icelandic Indian ' +
    'Indonesian Iranian Iraqi Irish Israeli Italian Jamaican Japanese Jordanian Kenyan Korean Kurdish Kuwaiti Latvian Lebanese ' +
    'Libyan Lithuanian Malaysian Mexican Moroccan Nepali Nicaraguan Nigerian Norwegian Pakistani Palestinian Panamanian ' +
    'Peruvian Polish Portuguese Qatari Romanian Russian Rwandan Salvadoran Saudi Scottish Senegalese Serbian Singaporean ' +
    'Slovak Slovenian Somali Spanish Sudanese Swedish Swiss Syrian Taiwanese Tanzanian Thai Tibetan Tunisian Turkish Ugandan ' +
    'Ukrainian Uruguayan Uyghur Venezuelan Vietnamese Welsh Yemeni Zimbabwean U.S US UK African Latino Latina Hispanic Jewish ' +
    'Muslim Christian Catholic Buddhist Hindu Sikh Protestant Orthodox Bangladeshi Rohingya Indigenous Democratic Republican Democrat Democrats Republicans Israelis Palestinians Americans'
  ).split(' '),
)

/** Whether a word says where somebody is from or what they believe, which is no name of an organization. */
export function isNationality(word: string): boolean {
  const plain = word.replace(/^(?:North|South|East|West|Northern|Southern) (?=\p{Lu})/u, '')
  return NATIONALITIES.has(plain.replace(/\.$/u, '')) || NATIONALITIES.has(plain.replace(/s$/u, ''))
}
