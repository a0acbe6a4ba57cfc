import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

/** Which of these pieces of a component do not pass `npm run check`. */
function refused(pieces: string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'literals-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const features = join(folder, 'src', 'features')
  mkdirSync(features, { recursive: true })
  for (const [index, piece] of pieces.entries()) {
    const component = `export const Page = ({ busy }: { busy: boolean }) => ${piece}\n`
    writeFileSync(join(features, `page-${index}.tsx`), component)
  }
  const biome = join('node_modules', '.bin', 'biome')
  const lint = spawnSync(biome, ['lint', '--config-path=.', features], { encoding: 'utf8' })
  expect(lint.stderr).toContain(`Checked ${pieces.length} files`)
  return pieces.filter((_, index) =>
    new RegExp(`page-${index}\\.tsx:\\S+ (plugin|lint/style/noJsxLiterals) `).test(lint.stderr),
  )
}

test('a text that stands in a component and not in a dictionary fails the check', () => {
  const texts = [
    '<p>Nothing was saved.</p>',
    '<p>{busy ? "Saving" : null}</p>',
    '<p>{busy && "nothing was saved."}</p>',
    '<p>{`Nothing was saved in {busy}`}</p>',
    '<nav aria-label="Main" />',
    '<input placeholder="name" />',
    '<p title={"Your name"} />',
    '<Field legend="stage" />',
  ]
  const readByNobody = '<p className="mt-2 flex">{busy ? "none" : <b id="x">·</b>}</p>'
  expect(refused([...texts, readByNobody])).toEqual(texts)
})
