// Written by `make schema` from the server's own; not to be edited.

import type {
  HelpKind,
  OfficeKind,
  PopulationBand,
  Priority,
  Stage,
  Visibility,
} from '@/gql/graphql'

// The values of the schema's enums, in its order, which is the one to show them in.

export const STAGES: readonly Stage[] = [
  'EXPLORING',
  'DRAFTING',
  'INTRODUCED',
  'ADOPTED',
  'IMPLEMENTING',
  'DEFENDING',
  'STOPPED',
]

export const PRIORITIES: readonly Priority[] = ['LOW', 'MEDIUM', 'HIGH']

export const HELP_KINDS: readonly HelpKind[] = [
  'MODEL_TEXT',
  'FISCAL_NOTE',
  'TESTIMONY',
  'LEGAL_MEMO',
  'ROLLOUT_PLAN',
  'DATA_EVALUATION',
  'COALITION_CONTACTS',
  'TALK',
]

export const VISIBILITIES: readonly Visibility[] = ['NETWORK', 'CONNECTIONS', 'STAFF']

export const OFFICE_KINDS: readonly OfficeKind[] = [
  'COUNCIL',
  'MAYOR',
  'COMMISSION',
  'SCHOOL_BOARD',
  'OTHER',
]

export const POPULATION_BANDS: readonly PopulationBand[] = [
  'UNDER_10K',
  'FROM_10K_TO_50K',
  'FROM_50K_TO_250K',
  'OVER_250K',
]
