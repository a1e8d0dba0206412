/** The three dots: what else can be done with the thing they stand beside. */
import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import styles from './MoreMenu.module.css'

export interface MoreItem {
  readonly label: string
  readonly isDanger?: boolean
  readonly onPress: () => void
}

interface MoreMenuProps {
  /** Names the thing, because the dots do not. */
  readonly label: string
  readonly items: readonly MoreItem[]
}

export function MoreMenu({ label, items }: MoreMenuProps) {
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={styles.dots} aria-label={label}>
          <IconDots size={20} stroke={1.75} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map((item) => (
          <Menu.Item key={item.label} data-danger={item.isDanger || undefined} onClick={item.onPress}>
            {item.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
