import { expect, test } from 'vitest'
import { en } from '@/texts/en'
import { es } from '@/texts/es'
import { figure } from './figures'

test.each([en, es])('people, dollars and parts are written as such ($locale)', (texts) => {
  expect(figure(texts, 'POPULATION', 276_807)).toBe('276,807')
  expect(figure(texts, 'MEDIAN_RENT', 1360)).toBe('$1,360')
  expect(figure(texts, 'RENTER_SHARE', 0.502)).toBe('50.2%')
  expect(figure(texts, 'UNION_SHARE', 0)).toBe('0%')
})
