import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

/** Fields that hold words of people, whatever record they belong to. */
const OF_PEOPLE = new Set([
  ...['title', 'summary', 'wording', 'description', 'exact', 'caption', 'credit', 'publisher'],
  ...['participants', 'through', 'saidBy', 'countedBy', 'note', 'reason', 'text', 'name', 'words'],
  ...['accountName', 'workspaceName', 'askedBy', 'privateNote', 'capturedText', 'author', 'place'],
  ...['accordingTo', 'quote', 'account', 'consentReason', 'decisionReason'],
])

/**
 * What only looks like words of people: labels, numbers and sentences of the program's own, boxes to
 * tick, and drawings, whose texts SVG sets by itself.
 */
const OURS = [
  // Towns and countries as the packaged gazetteer and atlas write them.
  'components/timeline/map/map-drawing.tsx: name',
  'components/plots/',
  'components/timeline/lanes/',
  'components/share/record-drawing.tsx: line.note',
  'components/share/drawing-parts.tsx: title',
  ...['notice', 'empty-state', 'section', 'page-header', 'list-pages'].map(
    (name) => `components/ui/${name}.tsx`,
  ),
  ...['choice.tsx: <input>', 'field-choices.tsx', 'understood-field.tsx'].map(
    (name) => `components/form/${name}`,
  ),
  ...['share-message.tsx', 'share-shell.tsx', 'share-editions.tsx', 'share-list.tsx: text'].map(
    (name) => `components/share/${name}`,
  ),
  ...['check-list.tsx: <input>', 'facet-list.tsx: <input>', 'filter-panel.tsx: <input>'].map(
    (name) => `components/timeline/${name}`,
  ),
  ...['entry-table.tsx: caption', 'line-form.tsx'].map((name) => `components/timeline/${name}`),
  'components/backup/backup-list.tsx: name',
  'components/entry/claim-fields.tsx: alone && reason',
  'components/entry/entry-date.tsx: words',
  'components/entry/entry-neighbours.tsx: words',
  'components/timeline/limit-field.tsx: reading.words',
  'components/ui/entry-signs.tsx: words',
  'components/ui/menu.tsx: summary',
  'components/campaign/waiting-list.tsx: title',
  'components/organization/counted-list.tsx',
  // Pieces of one text, in an element that turns.
  'components/search/marked-text.tsx',
  'components/source/captured-text.tsx',
  'components/entry/entry-card.tsx: entry.title',
  'components/capture/capture-review.tsx: stretch.text',
  'components/organization/scorecard.tsx',
  'components/search/search-form.tsx: text',
  'app/(organizer)/campaigns/[slug]/compare/page.tsx: <input>',
]

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'))
    .map((name) => join(folder, name))
}

// The last names of an expression: `entry.title`, `entry.title ?? ''`, `a && b.title`, `a ? title : name`.
function namesOf(expression: ts.Expression): string[] {
  if (ts.isConditionalExpression(expression))
    return [...namesOf(expression.whenTrue), ...namesOf(expression.whenFalse)]
  const name = nameOf(expression)
  return name === null ? [] : [name]
}

function nameOf(expression: ts.Expression): string | null {
  if (ts.isIdentifier(expression)) return expression.text
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text
  if (ts.isNonNullExpression(expression) || ts.isParenthesizedExpression(expression))
    return nameOf(expression.expression)
  if (ts.isBinaryExpression(expression)) {
    const isAnd = expression.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
    return nameOf(isAnd ? expression.right : expression.left)
  }
  return null
}

function turnsByItself(element: ts.JsxOpeningLikeElement): boolean {
  const tag = element.tagName.getText()
  return (
    tag === 'bdi' ||
    element.attributes.properties.some(
      (one) =>
        ts.isJsxAttribute(one) &&
        // In a drawing, which has no `dir`.
        (one.name.getText() === 'dir' || one.getText() === 'unicodeBidi="plaintext"'),
    )
  )
}

/** Places where words of people stand in an element that does not take their direction. */
function misses(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  )
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isJsxExpression(node) && node.expression && ts.isJsxElement(node.parent)) {
      const leaves = !/<[a-z]/i.test(node.expression.getText())
      const named = leaves && namesOf(node.expression).some((name) => OF_PEOPLE.has(name))
      if (named && !turnsByItself(node.parent.openingElement))
        found.push(`${file}: ${node.expression.getText().split('\n')[0]}`)
    }
    if (
      (ts.isJsxSelfClosingElement(node) || ts.isJsxOpeningElement(node)) &&
      (node.tagName.getText() === 'textarea' || node.tagName.getText() === 'input') &&
      !node.attributes.getText().includes('type="') &&
      !turnsByItself(node)
    )
      found.push(`${file}: <${node.tagName.getText()}>`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

it('takes the direction of all words of people from the words', () => {
  const files = [...filesIn('components'), ...filesIn('app')]
  expect(files.length).toBeGreaterThan(100)
  const found = files.flatMap(misses)
  expect(found.filter((miss) => !OURS.some((one) => miss.startsWith(one)))).toEqual([])
  // What no longer looks like words of people is no longer left out.
  expect(OURS.filter((one) => !found.some((miss) => miss.startsWith(one)))).toEqual([])
})

/** The only word of an element, apart from quotation marks, where that is a `<bdi>`. */
function isWrapped({ children }: ts.JsxElement): boolean {
  const words = children.filter((child) => !ts.isJsxText(child) || /[^\s“”]/u.test(child.text))
  const [only] = words
  return (
    words.length === 1 &&
    only !== undefined &&
    ts.isJsxElement(only) &&
    only.openingElement.tagName.getText() === 'bdi'
  )
}

function turns(node: ts.Node): boolean {
  if (ts.isSourceFile(node)) return false
  if (ts.isJsxElement(node) && turnsByItself(node.openingElement)) return true
  return turns(node.parent)
}

// An element with `dir="auto"` looks past a <bdi> within it, and a quote that stands by itself begins
// and ends with its marks where its own words do.
it('no block that turns has all of its words in a <bdi>, and no quote has', () => {
  const wrapped = ['components', 'app'].flatMap(filesIn).flatMap((path) => {
    const source = readFileSync(path, 'utf8')
    const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
    const found: string[] = []
    const walk = (node: ts.Node) => {
      if (ts.isJsxElement(node) && isWrapped(node)) {
        const tag = node.openingElement.tagName.getText()
        const quoted = /“/.test(node.getText())
        if (turns(node) || tag === 'blockquote' || (tag === 'p' && quoted))
          found.push(`${path}: <${tag}>`)
      }
      node.forEachChild(walk)
    }
    walk(file)
    return found
  })
  expect(wrapped).toEqual([])
})
