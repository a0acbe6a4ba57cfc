import { expect, test } from 'vitest'
import { figure } from './figures'

test('people, dollars and parts are written as such', () => {
  expect(figure('POPULATION', 276_807)).toBe('276,807')
  expect(figure('MEDIAN_RENT', 1360)).toBe('$1,360')
  expect(figure('RENTER_SHARE', 0.502)).toBe('50.2%')
  expect(figure('UNION_SHARE', 0)).toBe('0%')
})
