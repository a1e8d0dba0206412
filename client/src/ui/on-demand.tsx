/**
 * A screen whose program is loaded when it is first opened. Not React's `lazy`: once that has shown what stands there meanwhile, it keeps it there for
 * 300 ms, however soon the screen has come.
 */
import { type ComponentType, useEffect, useState } from 'react'

/** `Meanwhile` stands there until it has come; nothing without it. A program that cannot be loaded is a defect of the screen, for the boundary around it to tell. */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>, Meanwhile: ComponentType = Nothing): ComponentType<Props> {
  let known: ComponentType<Props> | undefined
  return function OnDemand(props: Props) {
    const [Screen, setScreen] = useState(() => known)
    const [trouble, setTrouble] = useState<{ readonly reason: unknown }>()
    useEffect(() => {
      let isOver = false
      const open = async (): Promise<void> => {
        try {
          known ??= await load()
          if (!isOver) setScreen(() => known)
        } catch (reason) {
          if (!isOver) setTrouble({ reason })
        }
      }
      void open()
      return () => {
        isOver = true
      }
    }, [])
    if (trouble) throw trouble.reason
    return Screen ? <Screen {...props} /> : <Meanwhile />
  }
}

function Nothing() {
  return null
}
