/** What the palette of commands and the sheet of keys say, in English. */

export const commands = {
  title: 'Find or do something',
  placeholder: 'A page, a command, or words to find',
  open: 'Find or do…',
  groups: { pages: 'Pages', go: 'Go to', create: 'New', turn: 'Turn the line into', journal: 'This journal', look: 'Appearance and language', help: 'Help' },
  home: 'All journals',
  settings: 'Settings',
  newMeeting: 'New meeting',
  newNote: 'New note',
  invite: 'Invite somebody, see who is in this journal',
  saveTemplate: 'Save this page as a template',
  export: 'Export a copy as text',
  findWords: 'Find words in this journal',
  light: 'Light colours',
  dark: 'Dark colours',
  system: 'Colours as the system',
  speak: (language: string) => `Language: ${language}`,
  keys: 'Keyboard shortcuts',
  also: { create: 'add page', invite: 'people members link', template: 'begin pages', plan: 'csv markdown goals', look: 'theme dark mode', keys: 'help ?' },
}

export const keys = {
  title: 'Keyboard shortcuts',
  /** As they are printed on the keys. */
  names: { enter: 'Enter', shift: 'Shift', escape: 'Esc', tab: 'Tab', control: 'Ctrl', alt: 'Alt' },
  after: 'then',
  groups: { journal: 'Anywhere', write: 'While writing', blocks: 'Lines and blocks', marks: 'Words' },
  palette: 'Find or do anything',
  find: 'Find words',
  sheet: 'This list',
  changes: 'Next, previous change',
  slash: 'Blocks to choose from',
  mention: 'Mention somebody, a block',
  newLine: 'A new line in the same block',
  tick: 'Tick an action off',
  facts: 'Details of the block',
  menu: 'What can be done with the block',
  leave: 'Leave the page',
  undo: 'Undo what I did',
  redo: 'Redo',
  choose: 'Choose the block, and more of them',
  move: 'Move up or down',
  indent: 'Indent, outdent',
  duplicate: 'Duplicate',
  text: 'Text, heading 1, 2, 3',
  lists: 'Numbered, bulleted, action',
  bold: 'Bold',
  italic: 'Italic',
  underline: 'Underline',
  link: 'Link the selected words',
}

export type CommandsWords = typeof commands
export type KeysWords = typeof keys
