/** The gathered views and their addresses. A page's id never is one of these words. */

export const VIEWS = ['agreement', 'goals', 'actions', 'topics'] as const
export type View = (typeof VIEWS)[number]

/** The view that an address names where a page could stand; `undefined` for a page. */
export function findView(name: string | undefined): View | undefined {
  return VIEWS.find((view) => view === name)
}
