import Elk from 'elkjs/lib/elk-api.js'
import worker from 'elkjs/lib/elk-worker.min.js?url'

/** A place on the route, with the work of other agencies beside it. */
export type Step = { id: string; level: string; branches: readonly { id: string; level: string }[] }
export type Box = { x: number; y: number; width: number; height: number }
/** Where everything of the picture stands, in pixels. */
export type Arranged = {
  size: { width: number; height: number }
  lanes: { level: string; box: Box }[]
  boxes: ReadonlyMap<string, Box>
  arrows: { from: string; to: string }[]
}

const node = { width: 208, height: 108 }
const gap = 28
const laneHead = 84
const levels = ['commune', 'district', 'province', 'ministry']

export const branchKey = (step: string, branch: string): string => `${step}/${branch}`

const arrowsOf = (steps: readonly Step[]) => {
  const at = ({ id, branches }: Step) => [id, ...branches.map((branch) => branchKey(id, branch.id))]
  return steps.flatMap((step, i) => {
    const next = steps[i + 1]
    // Work beside a stage opens with it, and the stage goes on when all have answered.
    return next === undefined ? [] : at(step).flatMap((from) => at(next).map((to) => ({ from, to })))
  })
}

/** The steps from left to right as ELK layers them, in a worker; one lane per level, the commune's above. Rejects without the worker. */
export const arrange = async (steps: readonly Step[]): Promise<Arranged> => {
  const of = new Map(
    steps.flatMap(({ id, level, branches }) => [
      [id, level] as const,
      ...branches.map((branch) => [branchKey(id, branch.id), branch.level] as const),
    ]),
  )
  const arrows = arrowsOf(steps)
  const elk = new Elk({ workerUrl: worker })
  const graph = await elk
    .layout({
      id: 'route',
      layoutOptions: {
        'elk.algorithm': 'layered',
        'elk.direction': 'RIGHT',
        'elk.layered.spacing.nodeNodeBetweenLayers': String(gap * 2),
        'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      },
      children: [...of.keys()].map((id) => ({ id, ...node })),
      edges: arrows.map(({ from, to }) => ({ id: `${from} ${to}`, sources: [from], targets: [to] })),
    })
    .finally(() => elk.terminateWorker())
  const places = (graph.children ?? []).map(({ id, x = 0 }) => ({ id, x, level: of.get(id) ?? '' }))
  return { ...inLanes(places), arrows }
}

type Layered = { id: string; x: number; level: string }

/** Each level's places in its own lane; those of one lane and one layer one under the other. */
const inLanes = (places: readonly Layered[]): Omit<Arranged, 'arrows'> => {
  const boxes = new Map<string, Box>()
  const lanes: Arranged['lanes'] = []
  const width = laneHead + Math.max(...places.map(({ x }) => x)) + node.width + gap
  let top = 0
  for (const level of levels) {
    const here = places.filter((place) => place.level === level)
    if (here.length === 0) continue
    const depth = new Map<number, number>()
    for (const { id, x } of here) {
      const above = depth.get(x) ?? 0
      depth.set(x, above + 1)
      boxes.set(id, { x: laneHead + x, y: top + gap / 2 + above * (node.height + gap / 2), ...node })
    }
    const height = gap / 2 + Math.max(...depth.values()) * (node.height + gap / 2)
    lanes.push({ level, box: { x: 0, y: top, width, height } })
    top += height
  }
  return { size: { width, height: top }, lanes, boxes }
}
