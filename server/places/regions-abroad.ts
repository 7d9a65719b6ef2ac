import 'server-only'

/**
 * Regions that people name behind a town where states have letters of their own, by GeoNames' numbers:
 * "Santos, SP", "Monterrey, N.L.", "Pune, Maharashtra", "Kassel, Hessen", "Shenzhen, Guangdong".
 */
export const ABROAD: Record<string, string> = {
  BR: '01 AC,01 Acre,02 AL,02 Alagoas,03 AP,03 Amapá,04 AM,04 Amazonas,05 BA,05 Bahia,06 CE,06 Ceará,07 DF,07 Distrito Federal,08 ES,08 Espírito Santo,29 GO,29 Goiás,13 MA,13 Maranhão,14 MT,14 Mato Grosso,11 MS,11 Mato Grosso do Sul,15 MG,15 Minas Gerais,16 PA,16 Pará,17 PB,17 Paraíba,18 PR,18 Paraná,30 PE,30 Pernambuco,20 PI,20 Piauí,21 RJ,21 Rio de Janeiro,22 RN,22 Rio Grande do Norte,23 RS,23 Rio Grande do Sul,24 RO,24 Rondônia,25 RR,25 Roraima,26 SC,26 Santa Catarina,27 SP,27 São Paulo,28 SE,28 Sergipe,31 TO,31 Tocantins',
  MX: '01 Ags,01 Aguascalientes,02 BC,02 Baja California,03 BCS,03 Baja California Sur,04 Camp,04 Campeche,05 Chis,05 Chiapas,06 Chih,06 Chihuahua,07 Coah,07 Coahuila,08 Col,08 Colima,09 CDMX,09 DF,10 Dgo,10 Durango,11 Gto,11 Guanajuato,12 Gro,12 Guerrero,13 Hgo,13 Hidalgo,14 Jal,14 Jalisco,15 Edomex,15 Estado de México,15 State of Mexico,16 Mich,16 Michoacán,17 Mor,17 Morelos,18 Nay,18 Nayarit,19 NL,19 Nuevo León,20 Oax,20 Oaxaca,21 Pue,21 Puebla,22 Qro,22 Querétaro,23 QRoo,23 Quintana Roo,24 SLP,24 San Luis Potosí,25 Sin,25 Sinaloa,26 Son,26 Sonora,27 Tab,27 Tabasco,28 Tamps,28 Tamaulipas,29 Tlax,29 Tlaxcala,30 Ver,30 Veracruz,31 Yuc,31 Yucatán,32 Zac,32 Zacatecas',
  IN: '02 Andhra Pradesh,03 Assam,05 Chandigarh,07 Delhi,07 NCT,09 Gujarat,10 Haryana,11 Himachal Pradesh,12 Jammu and Kashmir,12 Kashmir,13 Kerala,16 Maharashtra,17 Manipur,18 Meghalaya,19 Karnataka,21 Odisha,21 Orissa,23 Punjab,24 Rajasthan,25 Tamil Nadu,26 Tripura,28 West Bengal,33 Goa,34 Bihar,35 Madhya Pradesh,36 Uttar Pradesh,37 Chhattisgarh,38 Jharkhand,39 Uttarakhand,40 Telangana',
  PK: '02 Balochistan,03 Khyber Pakhtunkhwa,03 KPK,04 Punjab,05 Sindh',
  DE: '01 Baden-Württemberg,02 Bavaria,02 Bayern,16 Berlin,11 Brandenburg,03 Bremen,04 Hamburg,05 Hesse,05 Hessen,12 Mecklenburg-Vorpommern,06 Lower Saxony,06 Niedersachsen,07 NRW,07 Nordrhein-Westfalen,07 North Rhine-Westphalia,08 Rheinland-Pfalz,08 Rhineland-Palatinate,09 Saarland,13 Saxony,13 Sachsen,14 Saxony-Anhalt,14 Sachsen-Anhalt,10 Schleswig-Holstein,15 Thuringia,15 Thüringen',
  CN: '02 Zhejiang,04 Jiangsu,07 Fujian,09 Henan,10 Hebei,11 Hunan,12 Hubei,13 Xinjiang,14 Tibet,19 Liaoning,25 Shandong,26 Shaanxi,29 Yunnan,30 Guangdong,32 Sichuan',
}
