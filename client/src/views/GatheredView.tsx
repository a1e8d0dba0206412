/** One of the gathered views, by its name. */
import { assertNever } from '@tandem/shared/ids.ts'
import { ActionsView } from './actions/ActionsView.tsx'
import { AgreementView } from './agreement/AgreementView.tsx'
import { GoalsView } from './goals/GoalsView.tsx'
import { TopicsView } from './topics/TopicsView.tsx'
import type { View } from './view-names.ts'
import type { ViewProps } from './view-props.ts'

export function GatheredView({ view, ...props }: ViewProps & { readonly view: View }) {
  switch (view) {
    case 'agreement':
      return <AgreementView {...props} />
    case 'goals':
      return <GoalsView {...props} />
    case 'actions':
      return <ActionsView {...props} />
    case 'topics':
      return <TopicsView {...props} />
    default:
      return assertNever(view)
  }
}
