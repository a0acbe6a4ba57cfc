import type { Texts } from '..'

export const signIn: Texts['signIn'] = {
  title: 'Iniciar sesión',
  tagline:
    'Las pocas personas de otros lugares que trabajan en el mismo problema que usted, y por qué ellas.',
  demoHeading: 'Elija quién quiere ser',
  demo: 'Esto es una demostración. Estas personas son inventadas: ninguna existe, aunque los lugares sí. Conviértase en una de ellas con un clic; puede cambiar cuantas veces quiera.',
  staff: 'Personal de la red',
  becoming: 'Iniciando sesión…',
  failed: 'Eso no funcionó. Inténtelo de nuevo o elija a otra persona.',
  nobodyTitle: 'La red de demostración no está cargada',
  nobody: 'Iníciela con «make demo» y vuelva a cargar esta página.',
  closedHeading: 'Todavía no se puede iniciar sesión en este servidor',
  closed:
    'Esta versión de Counterpart no permite iniciar sesión fuera de la demostración. Para conocerla, inicie la demostración con «make demo».',
}
