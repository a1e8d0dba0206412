/** The way out when the server will never take what only this device has: a copy of it, and then the journal as the server has it. */
import { useState } from 'react'
import type { JournalSession } from '../../sync/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Confirm } from '../../ui/Confirm.tsx'
import { words } from '../../words/words.ts'

interface BeginAnewProps {
  readonly session: JournalSession
  readonly onExport: () => void
}

export function BeginAnew({ session, onExport }: BeginAnewProps) {
  const say = words.journal.save.anew
  const [isAsking, setAsking] = useState(false)
  const [isPending, setPending] = useState(false)
  const [trouble, setTrouble] = useState<string>()

  async function begin(): Promise<void> {
    setPending(true)
    try {
      await session.forget()
      location.reload()
    } catch {
      setPending(false)
      setTrouble(say.trouble)
    }
  }

  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {say.act}
      </Button>
      {isAsking && (
        <Confirm
          title={say.title}
          action={say.act}
          isDanger
          isPending={isPending}
          trouble={trouble}
          onConfirm={() => void begin()}
          onClose={() => setAsking(false)}
        >
          <p>{say.lost}</p>
          <p>
            <Button variant="default" onClick={onExport}>
              {words.journal.save.exportText}
            </Button>
          </p>
        </Confirm>
      )}
    </>
  )
}
