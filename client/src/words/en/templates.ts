/** What the dialogs about templates say, in English. */

export const templates = {
  title: 'Use a template',
  lead: 'It is added to what is here. Nothing that you have written is touched.',
  legend: 'Template',
  asPage: 'Add as a new page',
  asPages: 'Add as new pages',
  onPage: (page: string) => `Add to “${page}”`,
  forget: 'Delete template',
  fromTemplate: 'From a template…',
  saveAs: 'Save as template…',
  save: {
    title: 'Save as template',
    lead: 'Its lines and blocks are kept to begin other pages and journals with, without names and dates. Everybody in this journal can use it.',
    name: 'What is it called?',
    action: 'Save template',
  },
}

export type TemplatesWords = typeof templates
