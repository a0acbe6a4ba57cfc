import type { Texts } from '..'

export const problems: Texts['problems'] = {
  tryAgain: 'Intentar de nuevo',
  offline: {
    title: 'El servidor no respondió',
    text: 'Revise su conexión y vuelva a intentarlo.',
  },
  suggestions: {
    title: 'Ahora mismo no se pueden hacer sugerencias',
    text: 'La parte que compara su trabajo con el de los demás no responde. No se ha perdido nada suyo, y el directorio funciona como siempre.',
  },
  busy: {
    title: 'Fue demasiado de una vez',
    text: 'Espere unos segundos y vuelva a intentarlo.',
  },
  forbidden: {
    title: 'Esto no está abierto para usted',
    text: 'Si cree que debería estarlo, pregunte al personal de la red.',
  },
  internal: {
    title: 'Algo falló en el servidor',
    text: 'Vuelva a intentarlo. Si ocurre otra vez, avise al personal de la red.',
  },
  refused: {
    OTHER_ACCOUNT:
      'Otra persona inició sesión en otra ventana de este navegador. Copie lo que haya escrito, vuelva a iniciar sesión con su cuenta y recargue esta página.',
    STALE:
      'Sus datos se cambiaron en otra ventana después de que esta página los leyera. Copie lo que haya escrito, recargue esta página y vuelva a escribirlo.',
  },
  crash: {
    title: 'Esta página falló',
    text: 'El error es nuestro. Vuelva a cargar la página; si falla otra vez, avise al personal de la red.',
    reload: 'Cargar de nuevo',
  },
  reference: (id) => `Referencia para el personal: ${id}`,
}
