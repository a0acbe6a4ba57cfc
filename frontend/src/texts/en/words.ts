import { format } from './format'

/** The field's own words for the enums of the schema. */
export const words = {
  stage: {
    EXPLORING: 'Exploring',
    DRAFTING: 'Drafting',
    INTRODUCED: 'Introduced',
    ADOPTED: 'Adopted',
    IMPLEMENTING: 'Implementing',
    DEFENDING: 'Defending',
    STOPPED: 'Stopped',
  },
  stageMeans: {
    EXPLORING: 'learning what others did',
    DRAFTING: 'writing it',
    INTRODUCED: 'before the body',
    ADOPTED: 'it passed',
    IMPLEMENTING: 'carrying it out',
    DEFENDING: 'protecting it',
    STOPPED: 'given up or voted down',
  },
  priority: { LOW: 'Low', MEDIUM: 'Medium', HIGH: 'High' },
  help: {
    MODEL_TEXT: 'Model text',
    FISCAL_NOTE: 'Fiscal note',
    TESTIMONY: 'Testimony',
    LEGAL_MEMO: 'Legal memo',
    ROLLOUT_PLAN: 'Rollout plan',
    DATA_EVALUATION: 'Data and evaluation',
    COALITION_CONTACTS: 'Coalition contacts',
    TALK: 'A talk',
  },
  contact: { EMAIL: 'Email', PHONE: 'Phone', WEBSITE: 'Website' },
  organization: { NATIONAL: 'National', COMMUNITY: 'Community' },
  adoption: { ADOPTED: 'In force', REPEALED: 'Repealed', OVERTURNED: 'Overturned' },
  seenBy: {
    NETWORK: 'every member',
    CONNECTIONS: 'your connections only',
    STAFF: 'staff only',
  },
  place: (name: string, state: string) => `${name}, ${state}`,
  people: (population: number) => format.counted(population, 'person', 'people'),
  since: (year: string) => `since ${year}`,
}
