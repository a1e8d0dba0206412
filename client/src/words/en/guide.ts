/** What the guide of the first day says, in English. */

export const guide = {
  title: 'A good first day',
  dismiss: 'Put the guide away',
  done: 'done',
  notYet: 'not yet',
  steps: {
    invite: 'Bring the other in',
    expect: 'Each of you says what you expect',
    goal: 'Name a theme, or a goal',
    topic: 'Write down what you want to talk about',
    action: 'Agree on one small thing to do',
  },
  why: {
    invite: 'A link is enough: they type their name and write with you.',
    expect: 'Of yourself, of the other, of you both. One sentence each is a beginning.',
    goal: 'A theme is enough. Finding the goal can be the first goal.',
    topic: 'A question you would like to hear an answer to.',
    action: 'Before you meet again, by one of you.',
  },
  invite: 'Invite by a link',
  plan: 'Import your development plan',
}

export type GuideWords = typeof guide
