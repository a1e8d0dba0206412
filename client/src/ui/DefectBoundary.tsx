/** What a person sees when a screen breaks: never an empty window. */
import { Component, type ReactNode } from 'react'
import { words } from '../words/words.ts'
import { EmptyState } from './EmptyState.tsx'
import { Button } from './Button.tsx'

interface DefectBoundaryProps {
  readonly children: ReactNode
}

interface DefectBoundaryState {
  readonly defect: Error | null
}

/** Catches what a screen throws while drawing. The words of journals are in the browser's storage and survive it. */
export class DefectBoundary extends Component<DefectBoundaryProps, DefectBoundaryState> {
  override state: DefectBoundaryState = { defect: null }

  static getDerivedStateFromError(defect: unknown): DefectBoundaryState {
    return { defect: defect instanceof Error ? defect : new Error(String(defect)) }
  }

  override render() {
    if (!this.state.defect) return this.props.children
    return (
      <main>
        <EmptyState
          isWholeScreen
          title={words.defect.title}
          lead={words.defect.lead}
          action={<Button onClick={() => location.reload()}>{words.general.reload}</Button>}
        />
      </main>
    )
  }
}
