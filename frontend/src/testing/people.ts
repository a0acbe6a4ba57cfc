// Answers in the shape of the schema, for tests. All invented.

export const counsel = issue('issue-1', 'Right to counsel')
export const trusts = issue('issue-2', 'Community land trusts')

function issue(id: string, name: string) {
  return {
    __typename: 'Issue',
    id,
    slug: id,
    name,
    description: `About ${name}.`,
    synonyms: [],
    parent: null,
    children: [],
    officialCount: 3,
  }
}

export function place(id: string, name: string, stateName: string) {
  return { __typename: 'Locality', id, name, stateName, population: 211_000, populationYear: 2021 }
}

export function work(id: string, about: typeof counsel, stage: string) {
  return {
    __typename: 'Work',
    id,
    issue: about,
    stage,
    priority: 'HIGH',
    since: '2023-03-01',
    line: 'In their own words.',
    seeks: [{ kind: 'MODEL_TEXT', line: '' }],
    offers: [],
  }
}

export function person(id: string, name: string, pieces: ReturnType<typeof work>[]) {
  return {
    __typename: 'Official',
    id,
    name,
    initials: name
      .split(' ')
      .map((part) => part.charAt(0))
      .join(''),
    pronouns: 'she/her',
    biography: '',
    languages: ['en'],
    invented: true,
    title: 'Council member',
    office: { __typename: 'Office', id: 'office-1', name: 'City Council', kind: 'COUNCIL' },
    inOffice: true,
    inOfficeSince: '2019-01-07',
    termEnds: null,
    paused: false,
    hidden: false,
    profileVisibility: 'NETWORK',
    version: 1,
    locality: place('place-1', 'Rochester', 'New York'),
    work: pieces,
    organizations: [],
    contactWays: [{ kind: 'EMAIL', value: 'ana@tucson.example', visibility: 'CONNECTIONS' }],
  }
}

export const ana = person('official-1', 'Ana Villareal', [work('work-1', counsel, 'DRAFTING')])
export const maya = person('official-2', 'Maya Okafor', [work('work-2', counsel, 'IMPLEMENTING')])

export function viewer(official: typeof ana | null, more: Record<string, unknown> = {}) {
  return {
    role: official ? 'MEMBER' : 'BROKER',
    displayName: official?.name ?? 'Sam Staff',
    language: 'en',
    official,
    suggestedPeers: { ...connection([]), weightsVersion: 'test' },
    ...more,
  }
}

export function connection<Node>(nodes: Node[], more: Record<string, unknown> = {}) {
  return {
    edges: nodes.map((node, index) => ({ cursor: `cursor-${index}`, node })),
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    totalCount: nodes.length,
    facets: [],
    ...more,
  }
}

export function suggestion(peer: typeof maya, more: Record<string, unknown> = {}) {
  return {
    peer,
    score: 1,
    headline: `${peer.name} has carried it out since 2023; you are drafting.`,
    headlineFact: 'carried it out since 2023',
    issue: counsel,
    viewerStage: 'DRAFTING',
    peerStage: 'IMPLEMENTING',
    weightsVersion: 'test',
    reasons: [
      reason('FURTHER_ALONG', 'Further along on the same issue', 0.75, [
        { kind: 'WORK', label: 'implementing since 2023', node: peer.work[0] },
      ]),
      reason('ALIKE_SIZE', 'A place of like size', 0.25, [
        { kind: 'LOCALITY', label: 'Rochester, 211,000', node: peer.locality },
      ]),
    ],
    ...more,
  }
}

function reason(code: string, text: string, share: number, evidence: unknown[]) {
  return { code, title: `About ${code}`, text, share, contribution: share, evidence }
}
