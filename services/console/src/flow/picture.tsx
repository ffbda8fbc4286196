import { Text, useComputedColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type Edge, Handle, MarkerType, type Node, type NodeProps, Position, ReactFlow } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useTranslation } from 'react-i18next'
import { arrange, type Arranged, branchKey, type Box } from './arranged.ts'
import './flow.css'
import { Lasting, LimitOf, NameOf, type Place, Standing } from './places.tsx'
import './words.ts'

type PlaceNode = Node<{ place: Place }, 'place'>
type BranchNode = Node<{ branch: Place['branches'][number] }, 'branch'>
type LaneNode = Node<{ level: string }, 'lane'>

/** The route as a picture, one lane per level. What it says stands in words beside it: to a screen reader it is not there. */
export const FlowPicture = ({ places }: { places: readonly Place[] }) => {
  const { t } = useTranslation()
  const steps = places.map(({ id, level, branches }) => ({ id, level, branches }))
  const arranged = useQuery({
    queryKey: ['arranged', steps],
    staleTime: Infinity,
    retry: false,
    queryFn: () => arrange(steps),
  })
  if (arranged.isError) return <Text c="dimmed">{t('flow.noPicture')}</Text>
  if (arranged.data === undefined) return <Text role="status">{t('loading')}</Text>
  return <Drawn places={places} arranged={arranged.data} />
}

const still = {
  nodesDraggable: false,
  nodesConnectable: false,
  nodesFocusable: false,
  edgesFocusable: false,
  elementsSelectable: false,
  panOnDrag: false,
  zoomOnScroll: false,
  zoomOnPinch: false,
  zoomOnDoubleClick: false,
  preventScrolling: false,
  disableKeyboardA11y: true,
  proOptions: { hideAttribution: true },
} as const

const Drawn = ({ places, arranged }: { places: readonly Place[]; arranged: Arranged }) => {
  const { t } = useTranslation()
  const colorMode = useComputedColorScheme('light')
  const { size, lanes, boxes, arrows } = arranged
  const at = (id: string, box: Box | undefined) => {
    const { x = 0, y = 0, width = 0, height = 0 } = box ?? {}
    return { id, position: { x, y }, width, height }
  }
  const nodes: (PlaceNode | BranchNode | LaneNode)[] = [
    ...lanes.map(({ level, box }) => ({
      ...at(`lane ${level}`, box),
      type: 'lane' as const,
      zIndex: -1,
      data: { level },
    })),
    ...places.flatMap((place) => [
      { ...at(place.id, boxes.get(place.id)), type: 'place' as const, data: { place } },
      ...place.branches.map((branch) => {
        const id = branchKey(place.id, branch.id)
        return { ...at(id, boxes.get(id)), type: 'branch' as const, data: { branch } }
      }),
    ]),
  ]
  const edges: Edge[] = arrows.map(({ from, to }) => ({
    id: `${from} ${to}`,
    source: from,
    target: to,
    type: 'smoothstep',
    markerEnd: { type: MarkerType.ArrowClosed },
  }))
  return (
    // Focusable: who has no mouse scrolls it by keys.
    <div className="flow" role="group" aria-label={t('flow.picture')} tabIndex={0}>
      <div aria-hidden style={size}>
        <ReactFlow nodes={nodes} edges={edges} nodeTypes={nodeTypes} colorMode={colorMode} {...still} />
      </div>
    </div>
  )
}

const Ends = () => (
  <>
    <Handle type="target" position={Position.Left} isConnectable={false} />
    <Handle type="source" position={Position.Right} isConnectable={false} />
  </>
)

const LaneDrawn = ({ data: { level } }: NodeProps<LaneNode>) => {
  const { t } = useTranslation()
  return <div className="flow-lane">{t(`procedures.levels.${level}`)}</div>
}

const PlaceDrawn = ({ data: { place } }: NodeProps<PlaceNode>) => {
  const { t } = useTranslation()
  const { limit, open, usual } = place
  return (
    <div className="flow-place">
      <p className="flow-name">
        <NameOf place={place} />
      </p>
      {open !== undefined && (
        <p className="flow-count">
          <Standing place={place} />
        </p>
      )}
      {limit !== null && (
        <p>
          {t('flow.limit')}: <LimitOf limit={limit} />
        </p>
      )}
      {usual && (
        <p>
          {t('flow.usual')}: <Lasting hours={usual.medianHours} /> · 90 %: <Lasting hours={usual.p90Hours} />
        </p>
      )}
      <Ends />
    </div>
  )
}

const BranchDrawn = ({ data: { branch } }: NodeProps<BranchNode>) => {
  const { t } = useTranslation()
  return (
    <div className="flow-place" data-branch>
      <p className="flow-name">{branch.name}</p>
      <p>{t('flow.beside')}</p>
      <p>
        {t('flow.limit')}: <LimitOf limit={branch.limit} />
      </p>
      <Ends />
    </div>
  )
}

const nodeTypes = { lane: LaneDrawn, place: PlaceDrawn, branch: BranchDrawn }
