/** Makes a link for one seat and role. */
import { NativeSelect } from '@mantine/core'
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import { IconChevronDown } from '@tabler/icons-react'
import { Role, Seat } from '@tandem/shared/roles.ts'
import { useState } from 'react'
import { useInvitations, useInvite } from '../api/invitations.ts'
import { Problem } from '../ui/Problem.tsx'
import { troubleWords } from '../words/trouble.ts'
import { peopleWords } from '../words/people.ts'
import { words } from '../words/words.ts'
import { likelySeat, offeredSeats } from './free-seats.ts'
import styles from './Invite.module.css'
import { InvitationLink } from './InvitationLink.tsx'
import { Button } from '../ui/Button.tsx'

const chevron = <IconChevronDown size={16} aria-hidden="true" />

interface InviteProps {
  readonly journal: JournalSummary
}

export function Invite({ journal }: InviteProps) {
  const invite = useInvite(journal.id)
  const open = useInvitations(journal.id)
  const [chosen, setChosen] = useState<Seat | undefined>()
  const [role, setRole] = useState<Role>('editor')
  const seats = offeredSeats(journal.members)
  const seat = seats.find((offered) => offered.seat === chosen && !offered.isTaken)?.seat ?? likelySeat(journal.members)
  // A link that was used or withdrawn meanwhile must not be sent to anybody.
  const fresh = open.data?.some((invitation) => invitation.id === invite.data?.id) ? invite.data : undefined

  return (
    <section className={styles.invite} aria-labelledby="invite">
      <div>
        <h3 id="invite">{peopleWords.invite}</h3>
        {!fresh && <p className={styles.lead}>{peopleWords.inviteLead}</p>}
      </div>
      {fresh ? (
        <InvitationLink invitation={fresh} onAnother={() => invite.reset()} />
      ) : (
        <>
          <div className={styles.fields}>
            <NativeSelect
              label={peopleWords.seat}
              rightSection={chevron}
              value={seat}
              data={seats.map((offered) => ({
                value: offered.seat,
                label: offered.isTaken ? peopleWords.seatTaken(words.seats[offered.seat]) : words.seats[offered.seat],
                disabled: offered.isTaken,
              }))}
              onChange={(event) => setChosen(Seat.parse(event.currentTarget.value))}
            />
            <NativeSelect
              label={peopleWords.role}
              rightSection={chevron}
              description={words.roleMeaning[role]}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={role}
              data={Role.options.map((value) => ({ value, label: words.roles[value] }))}
              onChange={(event) => setRole(Role.parse(event.currentTarget.value))}
            />
          </div>
          {invite.error && <Problem>{troubleWords(invite.error)}</Problem>}
          <div>
            <Button isPending={invite.isPending} onClick={() => invite.mutate({ id: journal.id, seat, role })}>
              {peopleWords.make}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
