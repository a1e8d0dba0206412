/** Our templates in English. */
import { action, bullet, expectation, goal, heading, line, quote, topic } from './build.ts'
import type { Templates } from './template.ts'

const WRITE = line('Write anything, or press / for more')

export const english: Templates = {
  'fresh-start': {
    pages: [
      {
        kind: 'agreement',
        title: 'Our agreement',
        blocks: [
          heading('What we expect of each other'),
          expectation('myself', 'What do you expect of yourself in this mentorship?'),
          expectation('you', 'And what do you hope the other will do?'),
          heading('What we are working towards'),
          goal('A theme is enough for now. Finding the goal can be the first goal.'),
          heading('What we want to talk about'),
          topic('A question you would like to bring to the first meeting'),
          heading('First steps'),
          action('One small thing that one of you does before you meet again'),
          WRITE,
        ],
      },
    ],
  },

  'new-role': {
    pages: [
      {
        kind: 'agreement',
        title: 'Our agreement',
        blocks: [
          heading('What we expect of each other'),
          expectation('myself', 'How will you make sure that these talks help in the new role?'),
          expectation('you', 'What should the other tell you frankly?'),
          heading('What we are working towards'),
          goal('In three months, what do you want people here to count on you for?'),
          goal('A working relationship that the role stands or falls with'),
          heading('What we want to talk about'),
          topic('Something that works differently here than you are used to', 'sounding-board'),
          topic('A decision you will have to make before you know enough', 'input'),
          heading('First steps'),
          action('Somebody to get to know within two weeks'),
          WRITE,
        ],
      },
      {
        kind: 'note',
        title: 'The first ninety days',
        blocks: [
          heading('People to meet'),
          bullet('Who decides, who knows how things work, and who did this before you?'),
          heading('What they say they need'),
          bullet('Your manager, your team, your peers: in their words'),
          heading('What I see for myself'),
          bullet('What surprises you now will look normal soon. Keep it here.'),
          heading('A first thing done well'),
          action('Small, visible, and useful to somebody else'),
          WRITE,
        ],
      },
    ],
  },

  promotion: {
    pages: [
      {
        kind: 'agreement',
        title: 'Our agreement',
        blocks: [
          heading('What we expect of each other'),
          expectation('myself', 'What will you show, and not only say?'),
          expectation('you', 'Where do you want honest words rather than kind ones?'),
          heading('What the next level asks for'),
          line('In your own words, and in those of the people who decide'),
          goal('The gap to close first'),
          goal('A piece of work that would show it'),
          heading('Who decides'),
          bullet('Who will be in the room, and what have they seen of your work?'),
          heading('What we want to talk about'),
          topic('What would make somebody say no today?', 'feedback'),
          topic('Who could speak for you when you are not there?', 'input'),
          heading('First steps'),
          action('Ask your manager what is missing, and by when it could be there'),
          WRITE,
        ],
      },
      {
        kind: 'note',
        title: 'What I have done',
        blocks: [
          heading('Work, and what came of it'),
          bullet('One piece of work: what it was, what your part was, what changed'),
          heading('What others said of it'),
          quote('Their words, with the date'),
          heading('What I would do differently'),
          WRITE,
        ],
      },
    ],
  },

  'first-time-manager': {
    pages: [
      {
        kind: 'agreement',
        title: 'Our agreement',
        blocks: [
          heading('What we expect of each other'),
          expectation('myself', 'What will you try out between our talks?'),
          expectation('you', 'When should the other ask instead of advising?'),
          expectation('us', 'What about your team stays between the two of you?'),
          heading('What we are working towards'),
          goal('One habit you want to have as a manager in half a year'),
          goal('What your team should be able to do without you'),
          heading('What we want to talk about'),
          topic('A conversation you have been putting off', 'sounding-board'),
          topic('Something you still do yourself because you are good at it', 'input'),
          heading('First steps'),
          action('Ask each person in your team one question you do not know the answer to'),
          WRITE,
        ],
      },
      {
        kind: 'note',
        title: 'My team',
        blocks: [
          heading('The people'),
          bullet('For each: what they want, what they are good at, what they need from you'),
          heading('What I hand over'),
          action('To whom, and how will you know that it goes well?'),
          heading('What I promise them'),
          bullet('How you meet, how you decide, how you give feedback'),
          WRITE,
        ],
      },
    ],
  },

  'short-and-focused': {
    pages: [
      {
        kind: 'agreement',
        title: 'One question',
        blocks: [
          heading('The one thing'),
          goal('What shall be different when you are done?'),
          heading('How we work'),
          expectation('us', 'How often, how long, and when does it end?'),
          heading('Now'),
          topic('Where are you stuck?', 'input'),
          action('The next thing to try'),
          heading('What we learned'),
          WRITE,
        ],
      },
    ],
  },

  blank: { pages: [{ kind: 'agreement', title: 'Our journal', blocks: [WRITE] }] },
}
