// SpreadsheetML (ECMA-376), as far as a plain table needs it. A cell is a text or a number and never
// a formula, so nothing in it can run.

/** The most characters that a spreadsheet takes in a cell. */
export const LONGEST_CELL = 32_767

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A number that is written the same again when it is read as one. */
const NUMBER = /^-?(?:0|[1-9]\d{0,8})(?:\.\d{0,5}[1-9])?$/

/** The beginning of a sheet, with a first row of names that stays in view. */
export function sheetOpen(names: readonly string[]): string {
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    `<cols><col min="1" max="${Math.max(names.length, 1)}" width="24" customWidth="1"/></cols>` +
    `<sheetData>${row(names, ' s="1"')}`
  )
}

/** A row of a sheet. */
export function sheetRow(cells: readonly string[]): string {
  return row(cells, '')
}

/** The end of a sheet. */
export const sheetClose = '</sheetData></worksheet>'

function row(cells: readonly string[], style: string): string {
  return `<row>${cells.map((text) => cell(text, style)).join('')}</row>`
}

function cell(text: string, style: string): string {
  if (text === '') return '<c/>'
  if (NUMBER.test(text) && text !== '-0') return `<c${style}><v>${text}</v></c>`
  return `<c t="inlineStr"${style}><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

// What XML has no place for is written as _xHHHH_, and so is a text that looks like that.
function escaped(text: string): string {
  return text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, (sign) => (/[\t\n]/.test(sign) ? sign : coded(sign)))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

function coded(sign: string): string {
  return `_x${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`
}

/** The parts of a workbook beside its one sheet, by their names. */
export const workbookParts: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  '_rels/.rels':
    `${HEAD}<Relationships xmlns="${RELATIONS}">` +
    `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml':
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
    '<sheet name="Entries" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    `${HEAD}<Relationships xmlns="${RELATIONS}">` +
    `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml':
    `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    '<cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>',
}

/** The media type of a workbook. */
export const WORKBOOK_TYPE = `${TYPES}.sheet`
