import { buildSchema, type GraphQLEnumType } from 'graphql'
import { expect, test } from 'vitest'
import schemaText from '../../../schema.graphql?raw'
import * as enums from './enums'

const schema = buildSchema(schemaText)

test.each([
  ['Stage', enums.STAGES],
  ['Priority', enums.PRIORITIES],
  ['HelpKind', enums.HELP_KINDS],
  ['Visibility', enums.VISIBILITIES],
  ['OfficeKind', enums.OFFICE_KINDS],
  ['PopulationBand', enums.POPULATION_BANDS],
] as const)('%s has every value of the schema, in its order', (name, values) => {
  const type = schema.getType(name) as GraphQLEnumType
  expect(values).toEqual(type.getValues().map((value) => value.name))
})
