import type { Texts } from '..'
import { format, spelled } from './format'

const people = (count: number) => `${spelled(count)} ${count === 1 ? 'persona' : 'personas'}`
const whom = (count: number) => (count === 1 ? 'quien' : 'quienes')

export const home: Texts['home'] = {
  title: 'Para usted',
  ahead: (count) => `${people(count)} ya ${count === 1 ? 'pasó' : 'pasaron'} por donde está usted`,
  toLearnFrom: (count) => `${people(count)} de ${whom(count)} puede aprender`,
  toWorkWith: (count) => `${people(count)} con ${whom(count)} podría trabajar`,
  noneYet: 'Aún no hay a quién sugerirle',
  looking: 'Quién ya pasó por donde está usted',
  leadIssue: {
    EXPLORING: (issue) => `${issue}: usted está estudiando el tema.`,
    DRAFTING: (issue) => `${issue}: usted está redactando una medida.`,
    INTRODUCED: (issue) => `${issue}: usted ha presentado una medida.`,
    ADOPTED: (issue) => `${issue}: usted ha logrado que se apruebe una medida.`,
    IMPLEMENTING: (issue) => `${issue}: usted está poniendo en práctica una medida.`,
    DEFENDING: (issue) => `${issue}: usted está defendiendo una medida.`,
    STOPPED: (issue) => `${issue}: usted ha dejado de trabajar en esto.`,
  },
  leadAll: 'Según todo el trabajo que nos ha contado.',
  leadLearn: 'Estos funcionarios de otros lugares conocen el camino que sigue.',
  leadCollaborate: 'Estos funcionarios de otros lugares están cerca del punto en que está usted.',
  issueChoice: 'Cuál de sus temas',
  allIssues: 'Todo su trabajo',
  intentChoice: 'Para qué',
  intent: { LEARN: 'Aprender', COLLABORATE: 'Trabajar en conjunto' },
  moreReasons: (count) => (count === 1 ? 'Una razón más' : `${spelled(count)} razones más`),
  reasons: (name) => `Por qué ${name}`,
  share: (share) => `${format.percent(share)} de la coincidencia`,
  profile: (name) => `Leer el perfil de ${name}`,
  paths: (name, paths) => `Lo que le une a ${name}: ${format.list(paths)}.`,
  youNode: 'Ud.',
  offers: 'ofrece → usted busca',
  seeks: 'busca → usted ofrece',
  nearby: 'cerca',
  alikeSize: 'tamaño del lugar',
  sameOffice: 'mismo tipo de cargo',
  sharedEvent: 'mismo evento',
  samePreemption: 'prohibido en ambos estados',
  alikePlace: 'lugares parecidos',
  reciprocity: 'ayuda mutua',
  moreEvidence: (count) => `y ${count} más`,
  source: (source) => `(${source})`,
  youStand: (stage) => `Usted: ${stage}`,
  theyStand: (initials, stage) => `${initials}: ${stage}`,
  bothStand: (initials, stage) => `Usted y ${initials}: ${stage}`,
  stages: (name, issue, you, they) =>
    `En ${issue}, usted está en la etapa «${you}» y ${name}, en «${they}».`,
  noWorkTitle: 'Primero, ¿en qué está trabajando?',
  noWork:
    'Las sugerencias parten de su propio trabajo: un tema, en qué etapa está y qué le ayudaría. Solo lleva dos minutos.',
  addWork: 'Agregar su trabajo',
  noneTitle: 'Todavía nadie coincide con esto',
  none: 'Pruebe otro de sus temas o busque en el directorio. En cuanto alguien coincida, aparecerá aquí.',
  kept: 'Se conserva durante la semana, salvo que cambie su trabajo.',
  renew: 'Hacer una lista nueva',
  renewing: 'Haciendo una lista nueva…',
  renewed: 'Su lista se hizo de nuevo.',
  renewedSame: 'Se hizo de nuevo: las mismas personas son las que mejor coinciden.',
  notRenewed: (why) => `${why}. Esta sigue siendo la lista que tenía.`,
  paused:
    'Ha pausado las sugerencias: no se le sugiere a usted ninguna persona, ni usted a ninguna.',
  resume: 'Cambiarlo en su página',
  whoSeesYou: 'Quién le ve',
  seesNetwork: 'Los miembros ven su nombre, su lugar, sus temas y su perfil.',
  seesPart:
    'Los miembros ven su nombre, su lugar y sus temas, pero no sus pronombres, su biografía ni sus idiomas.',
  seesNobody:
    'Su interruptor de seguridad está activado: solo le ven el personal y las personas con las que está en contacto.',
  contact: {
    NETWORK: (kind) => `${kind}: todos los miembros.`,
    CONNECTIONS: (kind) => `${kind}: solo las personas con las que está en contacto.`,
    STAFF: (kind) => `${kind}: solo el personal.`,
  },
  noContact: 'No ha dado ninguna forma de contacto.',
  change: 'Cambiar en su página',
  how: 'Cómo se encontraron',
  howText:
    'Cada razón es algo que ustedes dos indicaron o un dato público. La barra muestra cuánto pesa en la coincidencia. Su propio municipio no se incluye.',
}
