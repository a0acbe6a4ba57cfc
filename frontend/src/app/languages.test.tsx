import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import {
  ana,
  connection,
  counsel,
  maya,
  place,
  suggestion,
  trusts,
  viewer,
  work,
} from '@/testing/people'
import { answerGraphql, failure, server } from '@/testing/server'
import { visit } from '@/testing/visit'
import { initialLanguage, setLanguage } from '@/texts'
import { en } from '@/texts/en'

const spanish = { language: 'es' }

/** The English texts of two words or more, without those that take parameters. */
function phrasesOf(part: object): string[] {
  return Object.values(part).flatMap((value) => {
    if (typeof value === 'object') return phrasesOf(value)
    return typeof value === 'string' && value.includes(' ') ? [value] : []
  })
}

function expectNoEnglish() {
  const page = document.title + document.body.outerHTML
  expect(phrasesOf(en).filter((phrase) => page.includes(phrase))).toEqual([])
}

const rochester = {
  ...place('place-1', 'Rochester', 'New York'),
  kind: 'place',
  county: 'Monroe',
  populationSource: 'Census',
  officials: connection([maya], { totalCount: 30 }),
  adoptions: connection([
    {
      __typename: 'Adoption',
      id: 'adoption-1',
      title: 'Ordinance 114',
      adoptedOn: '2023-03-01',
      precision: 'DAY',
      status: 'REPEALED',
      source: 'City clerk',
      evidenceUrl: 'https://example.org/map',
      policy: { __typename: 'Policy', id: 'policy-1', name: 'A lawyer', issue: counsel },
      adaptedFrom: { id: 'adoption-2', locality: place('place-2', 'Madison', 'Wisconsin') },
    },
  ]),
}

const buffalo = {
  likeness: 0.58,
  locality: place('place-3', 'Buffalo', 'New York'),
  adopted: { ...rochester.adoptions.edges[0]?.node, title: 'Resolution 9' },
  facts: [
    {
      name: 'MEDIAN_RENT',
      label: 'Alquiler mediano',
      yours: 1200,
      theirs: null,
      share: 0,
      known: false,
      yourYear: 2024,
      theirYear: null,
      source: 'Survey',
      theirSource: null,
    },
  ],
}

const ally = {
  organization: {
    __typename: 'Organization',
    id: 'organization-1',
    name: 'Flower City Tenants',
    kind: 'COMMUNITY',
    description: '',
    website: null,
    invented: true,
  },
  activeOn: [{ text: 'Trabaja en esto.', side: 'THEIRS' }],
  experts: [{ __typename: 'Expert', id: 'expert-1', name: 'Dashiell Boone', title: 'Navigator' }],
}

const network = {
  viewer: viewer(ana, {
    ...spanish,
    suggestedPeers: { ...connection([suggestion(maya)]), weightsVersion: 'test' },
    alikePlaces: connection([buffalo], { yours: rochester, version: 'test', note: null }),
    allies: [ally],
  }),
  official: { ...maya, work: [...maya.work, work('work-3', trusts, 'ADOPTED')] },
  officials: connection([ana, maya], { facets: [] }),
  locality: rochester,
  issue: counsel,
  issues: connection([counsel]),
  organizations: connection([ally.organization]),
}

beforeEach(() => setLanguage('es'))

test.each([
  ['/', 'Una persona ya pasó por donde está usted'],
  ['/directory', 'Directorio'],
  ['/officials/official-2', 'Maya Okafor'],
  ['/localities/place-1', 'Rochester, New York'],
  ['/issues/issue-1', 'Right to counsel'],
  ['/you', 'Ana Villareal'],
  ['/nowhere', 'Aquí no hay nada'],
])('no English text of ours is on the Spanish page %s', async (address, heading) => {
  answerGraphql(network)
  visit(address)
  await screen.findByRole('heading', { level: 1, name: heading })
  await waitFor(() => expect(screen.queryByText('Cargando…')).toBeNull())
  expect(document.documentElement.lang).toBe('es')
  expectNoEnglish()
})

test('forms, what is wrong in them, and errors of the server are said in Spanish', async () => {
  answerGraphql({
    ...network,
    officials: () => {
      throw failure('RATE_LIMITED')
    },
  })
  const { user } = visit('/you')
  await user.click(await screen.findByRole('button', { name: 'Agregar trabajo' }))
  const form = within(screen.getByRole('region', { name: 'Nuevo trabajo' }))
  await user.click(form.getByRole('button', { name: 'Guardar' }))
  expect(await form.findByText('Elija un tema de la lista.')).toBeTruthy()
  await user.click(form.getAllByRole('checkbox', { name: 'Nota fiscal' })[0] ?? document.body)
  expect(form.getByRole('textbox', { name: 'Una línea sobre nota fiscal (opcional)' })).toBeTruthy()
  expectNoEnglish()
  await user.click(screen.getAllByRole('link', { name: 'Directorio' })[0] ?? document.body)
  expect((await screen.findByRole('alert')).textContent).toContain('Espere unos segundos')
  expectNoEnglish()
})

test('signing in, and the notice to staff, are said in Spanish', async () => {
  server.use(http.get('*/demo/people', () => HttpResponse.json({ people: [] })))
  visit('/sign-in')
  await screen.findByRole('heading', { level: 1 })
  expectNoEnglish()
  answerGraphql({ viewer: viewer(null, spanish) })
  visit('/')
  await screen.findByRole('heading', { name: 'Ha iniciado sesión como personal de la red' })
  expectNoEnglish()
})

test('saving another language shows the app in it at once, and what was typed is still there', async () => {
  await setLanguage('en')
  const own = { ...viewer(ana) }
  const asked = answerGraphql({
    ...network,
    viewer: () => own,
    updateProfile: ({ input }: { input: { language?: string } }) => {
      own.language = input.language ?? own.language
      return { official: ana, errors: [] }
    },
  })
  const { user } = visit('/you')
  await user.click(await screen.findByRole('button', { name: 'Add work' }))
  const newWork = within(screen.getByRole('region', { name: 'New work' }))
  await user.type(newWork.getByRole('textbox', { name: /your own words/ }), 'Half a sentence')
  const profile = within(screen.getByRole('region', { name: 'Your profile' }))
  await user.click(profile.getByRole('radio', { name: 'Español' }))
  await user.click(profile.getByRole('button', { name: 'Save' }))

  expect(await screen.findByRole('region', { name: 'Nuevo trabajo' })).toBeTruthy()
  expect(await screen.findByText('Su perfil se guardó.')).toBeTruthy()
  const line = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /sus propias palabras/ })
  expect(line.value).toBe('Half a sentence')
  expect(document.title).toBe('Su página · Counterpart')
  expect(document.documentElement.lang).toBe('es')
  expect(initialLanguage()).toBe('es')
  const inputs = asked.filter((each) => each.operation === 'UpdateProfile')
  expect(inputs.map((each) => each.variables.input)).toMatchObject([{ language: 'es' }])
  expectNoEnglish()
})

test('the setting of whoever signed in goes before the language that it began in', async () => {
  answerGraphql({ ...network, viewer: viewer(ana, { language: 'en' }) })
  visit('/nowhere')
  expect(await screen.findByRole('heading', { name: 'There is nothing here' })).toBeTruthy()
  expect(document.documentElement.lang).toBe('en')
})

test('signing out leaves the language to the browser again', async () => {
  answerGraphql(network)
  server.use(http.post('*/sign-out', () => new HttpResponse(null, { status: 204 })))
  const { user } = visit('/you')
  await user.click(await screen.findByRole('button', { name: 'Cerrar sesión' }))
  await waitFor(() => expect(initialLanguage()).toBe('en'))
})
