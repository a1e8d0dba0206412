/** The outbox of the person who is signed in, for every screen: features say something and see what is pending; nobody waits for the network. */
import { Failure } from '@tandem/shared/failure.ts'
import type { JournalId, PersonId } from '@tandem/shared/ids.ts'
import type { RowKind } from '@tandem/shared/wire/row-kinds.ts'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { z } from 'zod'
import { openOutbox, type Outbox } from '../sync/outbox.ts'
import type { Command, RefusedCommand } from '../sync/outbox-command.ts'
import { openOutboxStore } from '../sync/outbox-store.ts'
import { outboxTabs } from '../sync/outbox-tabs.ts'
import type { WaitingCommands } from '../sync/shown-save.ts'
import { listenToWorld } from '../sync/wake.ts'
import { askUntilAnswered } from './ask-until-answered.ts'
import { command as send } from './call.ts'
import { COMMANDS, type CommandName, isCommandName } from './commands.ts'
import { NOTICES, rowsKey } from './keys.ts'
import { useKnownMe } from './me.ts'
import { onReachability } from './reachability.ts'

const Context = createContext<Outbox | undefined>(undefined)

/** One for each person of this page's life, so that what waits for one is never sent by another. */
const outboxes = new Map<PersonId, Outbox>()

function outboxOf(person: PersonId, queries: QueryClient): Outbox {
  const known = outboxes.get(person)
  if (known) return known
  const opened = openOutbox({
    ...outboxTabs(person),
    openStore: () => openOutboxStore(person),
    // Left behind by a newer program: this one cannot send it, and says so.
    send: async ({ name, input }) => {
      if (!isCommandName(name)) throw new Failure('unknown-route')
      await send(COMMANDS[name].contract, input, person)
    },
    // Never rejects: rows that cannot be read now are read later, and it shows until then.
    landed: async ({ name, journal }) => {
      if (!isCommandName(name)) return
      const { what } = COMMANDS[name]
      await askUntilAnswered(queries, what === 'notices' ? NOTICES : rowsKey(journal, what))
    },
  })
  outboxes.set(person, opened)
  return opened
}

interface OutboxProviderProps {
  readonly children: ReactNode
}

export function OutboxProvider({ children }: OutboxProviderProps) {
  const queries = useQueryClient()
  const me = useKnownMe()
  const [person, setPerson] = useState<PersonId>()
  // Somebody signed out in mid-sentence keeps what waits; only another person has another outbox.
  if (me && me.id !== person) setPerson(me.id)
  const outbox = useMemo(() => (person ? outboxOf(person, queries) : undefined), [person, queries])
  const isSignedIn = me !== undefined && me !== null
  useEffect(() => {
    if (!outbox || !isSignedIn) return
    outbox.retry()
    const stops = [listenToWorld({ onReturn: outbox.retry, onOffline: () => undefined }), onReachability(outbox.retry)]
    return () => stops.forEach((stop) => stop())
  }, [outbox, isSignedIn])
  return <Context value={outbox}>{children}</Context>
}

/** `undefined` while nobody is signed in. */
export function useOutbox(): Outbox | undefined {
  return useContext(Context)
}

const nothing: readonly Command[] = []
const silence = () => () => undefined

/** What this person said in a journal about rows of this kind that the server's rows may not show yet, in order. */
export function usePending(journal: JournalId, what: RowKind): readonly Command[] {
  const outbox = useOutbox()
  const all = useSyncExternalStore(outbox?.subscribe ?? silence, () => outbox?.pending() ?? nothing)
  return useMemo(() => all.filter((each) => each.journal === journal && isCommandName(each.name) && COMMANDS[each.name].what === what), [all, journal, what])
}

/** The same in all journals. */
export function usePendingAnywhere(what: RowKind): readonly Command[] {
  const outbox = useOutbox()
  const all = useSyncExternalStore(outbox?.subscribe ?? silence, () => outbox?.pending() ?? nothing)
  return useMemo(() => all.filter((each) => isCommandName(each.name) && COMMANDS[each.name].what === what), [all, what])
}

/** How much of what was said in a journal, or anywhere, the server has not taken yet. */
export function useWaiting(journal?: JournalId): WaitingCommands {
  const outbox = useOutbox()
  const waiting = useSyncExternalStore(outbox?.subscribe ?? silence, () => outbox?.waiting() ?? nothing)
  const isStalled = useSyncExternalStore(outbox?.subscribe ?? silence, () => outbox?.isStalled() ?? false)
  // A notice marked as read is nobody's words: it waits like everything else, and nobody need be told.
  const said = waiting.filter((each) => !isCommandName(each.name) || COMMANDS[each.name].what !== 'notices')
  const count = journal === undefined ? said.length : said.filter((each) => each.journal === journal).length
  return useMemo(() => ({ count, isStalled }), [count, isStalled])
}

const noneRefused: readonly RefusedCommand[] = []

/** What the server would not take, until the person has seen it. */
export function useRefused(): readonly RefusedCommand[] {
  const outbox = useOutbox()
  return useSyncExternalStore(outbox?.subscribe ?? silence, () => outbox?.refused() ?? noneRefused)
}

type InputOf<Name extends CommandName> = z.input<(typeof COMMANDS)[Name]['contract']['input']>

/** Commands about one journal, which their input names. */
type SayingName = { [Name in CommandName]: InputOf<Name> extends { readonly id: string } ? Name : never }[CommandName]

/** Says something in a journal. `id` is the id of the row it makes; `says` are the person's words, kept for them should it be refused. */
export function useSay<Name extends SayingName>(name: Name): (said: { readonly id: string; readonly input: InputOf<Name>; readonly says: string }) => void {
  const outbox = useOutbox()
  return ({ id, input, says }) => {
    const { id: journal, ...rest } = input
    outbox?.add({ id, journal: journal as JournalId, name, input: { id: journal, ...rest }, says, at: Date.now() })
  }
}
