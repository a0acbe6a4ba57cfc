import type { Texts } from '..'
import { format } from './format'

export const words: Texts['words'] = {
  stage: {
    EXPLORING: 'En estudio',
    DRAFTING: 'En redacción',
    INTRODUCED: 'Presentada',
    ADOPTED: 'Aprobada',
    IMPLEMENTING: 'En aplicación',
    DEFENDING: 'En defensa',
    STOPPED: 'Detenida',
  },
  stageMeans: {
    EXPLORING: 'conociendo lo que hicieron otros',
    DRAFTING: 'escribiendo la medida',
    INTRODUCED: 'ante el órgano que decide',
    ADOPTED: 'se aprobó',
    IMPLEMENTING: 'poniéndola en práctica',
    DEFENDING: 'protegiéndola',
    STOPPED: 'abandonada o rechazada',
  },
  priority: { LOW: 'Baja', MEDIUM: 'Media', HIGH: 'Alta' },
  help: {
    MODEL_TEXT: 'Texto modelo',
    FISCAL_NOTE: 'Nota fiscal',
    TESTIMONY: 'Testimonio',
    LEGAL_MEMO: 'Memorando jurídico',
    ROLLOUT_PLAN: 'Plan de puesta en marcha',
    DATA_EVALUATION: 'Datos y evaluación',
    COALITION_CONTACTS: 'Contactos de la coalición',
    TALK: 'Una conversación',
  },
  contact: { EMAIL: 'Correo electrónico', PHONE: 'Teléfono', WEBSITE: 'Sitio web' },
  organization: { NATIONAL: 'Nacional', COMMUNITY: 'Comunitaria' },
  adoption: { ADOPTED: 'Vigente', REPEALED: 'Derogada', OVERTURNED: 'Anulada' },
  seenBy: {
    NETWORK: 'todos los miembros',
    CONNECTIONS: 'solo sus contactos',
    STAFF: 'solo el personal',
  },
  place: (name, state) => `${name}, ${state}`,
  people: (population) => format.counted(population, 'habitante', 'habitantes'),
  since: (year) => `desde ${year}`,
}
