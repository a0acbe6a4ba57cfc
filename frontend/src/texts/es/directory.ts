import type { Texts } from '..'
import { format } from './format'

const officials = (count: number) => format.counted(count, 'funcionario', 'funcionarios')

export const directory: Texts['directory'] = {
  title: 'Directorio',
  search: 'Buscar por nombre, lugar o tema',
  placeholder: 'Nombre, lugar o tema',
  filters: 'Filtros',
  filtersChosen: (count) => `Filtros (${count})`,
  show: (count) => `Mostrar ${officials(count)}`,
  close: 'Cerrar',
  found: officials,
  chosen: 'Filtros elegidos',
  searching: (words) => `«${words}»`,
  clearAll: 'Borrar todo',
  fields: {
    ISSUE: 'Tema',
    STAGE: 'Etapa',
    STATE: 'Estado',
    OFFICE_TYPE: 'Cargo',
    POPULATION_BAND: 'Tamaño del lugar',
  },
  parts: (issue) => `Partes de ${issue}`,
  moreOf: (count) => `Mostrar los ${format.number(count)}`,
  lessOf: 'Mostrar menos',
  more: 'Mostrar más',
  further: (count) => `+${count}`,
  furtherLong: (count) => `y ${format.counted(count, 'tema más', 'temas más')}`,
  list: 'Funcionarios encontrados',
  emptyTitle: 'Nadie reúne todo esto',
  empty: 'Quite un filtro o use menos palabras. Se busca en nombres, lugares y temas.',
  nobodyTitle: 'Todavía no hay nadie',
  nobody: 'En cuanto haya miembros, aparecerán en esta lista.',
}
