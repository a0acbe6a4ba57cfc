export const problems = {
  tryAgain: 'Try again',
  offline: {
    title: 'The server did not answer',
    text: 'Check your connection, then try again.',
  },
  suggestions: {
    title: 'Suggestions can’t be made right now',
    text: 'The part that compares your work with others’ is not answering. Nothing of yours is lost, and the directory works as usual.',
  },
  busy: {
    title: 'That was a lot at once',
    text: 'Please wait a few seconds, then try again.',
  },
  forbidden: {
    title: 'This is not open to you',
    text: 'If you think it should be, ask the network’s staff.',
  },
  internal: {
    title: 'Something went wrong on the server',
    text: 'Try again. If it happens once more, tell the network’s staff.',
  },
  refused: {
    OTHER_ACCOUNT:
      'Somebody else has signed in from another window of this browser. Copy anything you typed, sign in as yourself again, and reload this page.',
    STALE:
      'Your record was changed in another window after this page read it. Copy anything you typed, reload this page, and enter it again.',
  },
  crash: {
    title: 'This page broke',
    text: 'The fault is ours. Load the page again; if it breaks once more, tell the network’s staff.',
    reload: 'Load again',
  },
  reference: (id: string) => `Reference for staff: ${id}`,
}
