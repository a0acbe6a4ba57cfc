import type { Texts } from '..'

export const app: Texts['app'] = {
  name: 'Counterpart',
  titled: (page) => `${page} · Counterpart`,
  skip: 'Ir al contenido',
  navigation: 'Principal',
  forYou: 'Para usted',
  directory: 'Directorio',
  you: 'Su página',
  yourPage: (name) => `${name}, su página`,
  invented: 'Persona inventada',
  inventedShort: 'de ficción',
  inventedOrganization: 'Organización inventada',
  inventedFooter: 'Una red de demostración: las personas son inventadas; los lugares, reales.',
  membersOnly: 'Solo para miembros. Nada de esto se muestra a los buscadores.',
  loading: 'Cargando…',
  notFoundTitle: 'Aquí no hay nada',
  notFound: 'Puede que la dirección tenga un error, o que usted ya no pueda ver lo que había aquí.',
  toForYou: 'Ir a Para usted',
  toDirectory: 'Abrir el directorio',
  remove: (what) => `Quitar ${what}`,
  staffTitle: 'Ha iniciado sesión como personal de la red',
  staff:
    'Las sugerencias y el perfil son para quienes ocupan un cargo, y esta cuenta no tiene ninguno. El directorio está abierto para usted.',
}
