import { spelled } from './counting'

const people = (count: number) => `${spelled(count)} ${count === 1 ? 'person' : 'people'}`
const have = (count: number) => (count === 1 ? 'has' : 'have')

export const home = {
  title: 'For you',
  ahead: (count: number) => `${people(count)} ${have(count)} been where you are`,
  toLearnFrom: (count: number) => `${people(count)} you can learn from`,
  toWorkWith: (count: number) => `${people(count)} you could work with`,
  noneYet: 'Nobody to suggest yet',
  looking: 'Who has been where you are',
  leadIssue: {
    EXPLORING: (issue: string) => `${issue}: you are exploring it.`,
    DRAFTING: (issue: string) => `${issue}: you are drafting.`,
    INTRODUCED: (issue: string) => `${issue}: you have introduced it.`,
    ADOPTED: (issue: string) => `${issue}: you have adopted it.`,
    IMPLEMENTING: (issue: string) => `${issue}: you are carrying it out.`,
    DEFENDING: (issue: string) => `${issue}: you are defending it.`,
    STOPPED: (issue: string) => `${issue}: your work on it has stopped.`,
  },
  leadAll: 'Matched on all the work you have told us about.',
  leadLearn: 'These officials in other places know the way from here.',
  leadCollaborate: 'These officials in other places stand close to where you stand.',
  issueChoice: 'Which of your issues',
  allIssues: 'All your work',
  intentChoice: 'What for',
  intent: { LEARN: 'Learn', COLLABORATE: 'Work together' },
  // Said in place of a reason whose whole sentence already stands above the list.
  reason: {
    SAME_ISSUE: 'The same issue',
    WIDER_ISSUE: 'A closely related issue',
    FURTHER_ALONG: 'The same issue, further along',
    ALSO_WORKS_ON: 'Issues you both work on',
    OFFERS_WHAT_YOU_SEEK: 'Offers what you look for',
    SEEKS_WHAT_YOU_OFFER: 'Looks for what you offer',
    SHARED_ORGANIZATION: 'The same organization',
    PLACE_ADOPTED: 'Their place has adopted it',
    NEARBY: 'Close by',
    ALIKE_SIZE: 'The size of the two places',
    SAME_OFFICE: 'The same kind of office',
  },
  moreReasons: (count: number) =>
    count === 1 ? 'One more reason' : `${spelled(count)} more reasons`,
  reasons: (name: string) => `Why ${name}`,
  share: (percent: number) => `${percent} % of the match`,
  profile: (name: string) => `Read ${name}’s profile`,
  paths: (name: string, paths: string) => `What links you and ${name}: ${paths}.`,
  and: ', ',
  youNode: 'You',
  offers: 'offers → you seek',
  seeks: 'seeks → you offer',
  nearby: 'nearby',
  alikeSize: 'size of place',
  sameOffice: 'same office',
  youStand: (stage: string) => `You: ${stage}`,
  theyStand: (initials: string, stage: string) => `${initials}: ${stage}`,
  bothStand: (initials: string, stage: string) => `You and ${initials}: ${stage}`,
  stages: (name: string, issue: string, you: string, they: string) =>
    `On ${issue}, you are at “${you}”, ${name} at “${they}”.`,
  noWorkTitle: 'First, what are you working on?',
  noWork:
    'Suggestions start from your own work: an issue, how far you are, and what would help. It takes two minutes.',
  addWork: 'Add your work',
  noneTitle: 'Nobody fits this yet',
  none: 'Try another of your issues, or look through the directory. As soon as somebody fits, they appear here.',
  paused: 'You have paused suggestions: nobody is suggested to you, and you to nobody.',
  resume: 'Change this on your page',
  whoSeesYou: 'Who sees you',
  seesNetwork: 'Members see your name, place and issues, and your profile.',
  seesPart:
    'Members see your name, place and issues, but not your pronouns, biography and languages.',
  seesNobody: 'Your safety switch is on: only staff and the people you are connected with see you.',
  contact: {
    NETWORK: (kind: string) => `${kind}: every member.`,
    CONNECTIONS: (kind: string) => `${kind}: only people you are connected with.`,
    STAFF: (kind: string) => `${kind}: only staff.`,
  },
  noContact: 'You have given no way to reach you.',
  change: 'Change on your page',
  how: 'How these were found',
  howText:
    'Each reason is something both of you entered or a public fact. The bar shows how much of the match it makes up. Your own town is left out.',
}
