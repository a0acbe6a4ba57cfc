import { expect, test } from 'vitest'
import { inWords } from './dates'

test('a date is said no finer than it is known, and never a day off', () => {
  expect(inWords('2023-03-01')).toBe('March 1, 2023')
  expect(inWords('2023-03-01', 'MONTH')).toBe('March 2023')
  expect(inWords('2023-01-01', 'YEAR')).toBe('2023')
})
