import { Table, type TableProps } from '@mantine/core'

type Given = Omit<TableProps, 'children'> & { label: string; minWidth: number; children: React.ReactNode }

/** A table that may be wider than a phone: it scrolls by itself, and the keyboard reaches it. */
export const WideTable = ({ label, minWidth, children, ...table }: Given) => (
  <Table.ScrollContainer type="native" minWidth={minWidth} tabIndex={0} role="group" aria-label={label}>
    <Table aria-label={label} {...table}>
      {children}
    </Table>
  </Table.ScrollContainer>
)
