import { beforeEach, expect, test, vi } from 'vitest'
import { forgetLanguage, initialLanguage, storeLanguage, type Texts } from '.'
import { en } from './en'
import { es } from './es'

// What both languages write alike: names, and shapes without a word of their own.
const alike = [
  'app.name',
  'app.titled',
  'directory.further',
  'home.source',
  'home.theyStand',
  'official.sized',
  'words.place',
]

// Stands for whatever a text is given: a word, a number, a list.
const given = Object.assign(['x', 'y'], { toLowerCase: () => 'x' })

/** Every text with the path of its key. */
function textsOf(texts: Texts): [string, string][] {
  const { locale: _locale, format: _format, ...parts } = texts
  return entriesOf(parts, '')
}

function entriesOf(part: object, path: string): [string, string][] {
  return Object.entries(part).flatMap(([key, value]): [string, string][] => {
    const here = path ? `${path}.${key}` : key
    if (typeof value === 'object') return entriesOf(value, here)
    return [[here, typeof value === 'function' ? value(given, given, given, given) : value]]
  })
}

test('every text is said in Spanish too, and otherwise than in English', () => {
  const english = new Map(textsOf(en))
  const same = textsOf(es).filter(([path, text]) => text === english.get(path))
  expect(same.map(([path]) => path)).toEqual(alike)
})

test('every text says something, and no English is left in the Spanish', () => {
  const common = /\b(the|and|of|your|you|is|with|for|to)\b/i
  expect(textsOf(es).filter(([, text]) => !text.trim() || common.test(text))).toEqual([])
})

test('Americans and readers of Spanish in the United States find their own ways of writing', () => {
  expect(en.format.date('2026-09-14')).toBe('September 14, 2026')
  expect(es.format.date('2026-09-14')).toBe('14 de septiembre de 2026')
  expect(en.format.percent(0.324)).toBe('32%')
  expect(es.format.percent(0.324)).toBe('32%')
  expect(en.format.list(['A', 'B', 'C'])).toBe('A, B, and C')
  expect(es.format.list(['español', 'inglés'])).toBe('español e inglés')
  expect(en.format.language('es')).toBe('Spanish')
  expect(es.format.language('es')).toBe('español')
  expect(en.directory.found(1204)).toBe('1,204 officials')
  expect(es.directory.found(1)).toBe('1 funcionario')
  expect(es.directory.found(1204)).toBe('1,204 funcionarios')
})

test.each([en, es])(
  'a date is said no finer than it is known, and never a day off (%#)',
  (texts) => {
    const { date } = texts.format
    expect(date('2023-01-01', 'DAY')).toMatch(/\b1\b.*2023$/)
    expect(date('2023-01-01', 'MONTH')).toMatch(/^(January|enero de) 2023$/)
    expect(date('2023-01-01', 'YEAR')).toBe('2023')
  },
)

test('the counts of Spanish agree with their nouns', () => {
  expect(es.home.ahead(1)).toBe('Una persona ya pasó por donde está usted')
  expect(es.home.ahead(3)).toBe('Tres personas ya pasaron por donde está usted')
  expect(es.home.toLearnFrom(1)).toBe('Una persona de quien puede aprender')
  expect(es.home.toLearnFrom(12)).toBe('12 personas de quienes puede aprender')
})

function browserReads(...languages: string[]) {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages)
}

beforeEach(() => vi.restoreAllMocks())

test('it starts in the first of the browser’s languages that there is, else in English', () => {
  browserReads('fr-CA', 'es-MX', 'en-US')
  expect(initialLanguage()).toBe('es')
  browserReads('en-US', 'es')
  expect(initialLanguage()).toBe('en')
  browserReads('de')
  expect(initialLanguage()).toBe('en')
})

test('a language that was kept goes before the browser’s, until it is forgotten', () => {
  browserReads('en-US')
  storeLanguage('es')
  expect(initialLanguage()).toBe('es')
  forgetLanguage()
  expect(initialLanguage()).toBe('en')
})

test('where the browser keeps nothing for the site, it starts all the same', () => {
  browserReads('es')
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  storeLanguage('en')
  expect(initialLanguage()).toBe('es')
})
