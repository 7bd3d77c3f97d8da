import { createElement, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react'
import { attributesOf, elementOf, escaped, isEmpty } from '#components/ui/markup.ts'

/** A part of a page: what is markup alone, which may yet become a node for React in its place; or what is React's to make. */
type Part = { markup: string; nodeAt: (place: string | number) => ReactNode } | { node: ReactNode }
type Props = Record<string, unknown> & { children?: ReactNode }

const fromBrowser = Symbol.for('react.client.reference')
const nothing: Part = { markup: '', nodeAt: () => null }

/**
 * What no script wakes is handed on as markup, made here at once. As elements React would make it twice, send it twice and
 * walk through it again in the browser. What a script wakes, and all that is around it, stays elements, each in its place.
 */
export function Still({ children }: { children: ReactNode }) {
  return stillOf(children)
}

/** The same as a node to keep: for what is alike on many pages. */
export function stillOf(children: ReactNode): ReactNode {
  return nodeOf(partOf(children), 0)
}

/** Components of the server are asked here, in their place; those that wait, and those of the browser, are React's to ask. */
function partOf(node: ReactNode): Part {
  if (node === null || node === undefined || typeof node === 'boolean') return nothing
  if (typeof node === 'string' || typeof node === 'number' || typeof node === 'bigint') return { markup: escaped(String(node)), nodeAt: () => node }
  if (Array.isArray(node)) return listPart(node, (nodes) => (nodes.some(lacksKey) ? createElement(Fragment, null, ...nodes) : nodes))
  if (!isValidElement<Props>(node)) return { node }
  const { type, props, key } = node
  if (type === Fragment || type === Still) {
    const children = Array.isArray(props.children) ? (props.children as ReactNode[]) : [props.children]
    return listPart(children, (nodes, place) => createElement(Fragment, { key: key ?? place }, ...nodes))
  }
  if (typeof type === 'string') return elementPart(node, type, props)
  if (typeof type !== 'function' || isForeign(type)) return { node }
  const made = partOf((type as (props: Props) => ReactNode)(props))
  if (key === null) return made
  return 'node' in made ? { node: createElement(Fragment, { key }, made.node) } : { markup: made.markup, nodeAt: () => made.nodeAt(key) }
}

/** Whether React must ask the component: one of the browser's, or one that waits for something. */
function isForeign(type: object): boolean {
  return (type as { $$typeof?: symbol }).$$typeof === fromBrowser || type.constructor.name === 'AsyncFunction'
}

/** Children handed on as a list have no keys of their own: in a fragment each keeps its place, as where it was written. */
function lacksKey(node: ReactNode): boolean {
  return isValidElement(node) && node.key === null
}

/** Several parts, each in its place, which React knows them by; `around` makes them one node. */
function listPart(nodes: readonly ReactNode[], around: (nodes: ReactNode[], place?: string | number) => ReactNode): Part {
  const parts = nodes.map(partOf)
  const markup = markupOf(parts)
  if (markup === null) return { node: around(parts.map(nodeOf)) }
  return { markup, nodeAt: (place) => around(parts.map(nodeOf), place) }
}

function elementPart(element: ReactElement<Props>, tag: string, props: Props): Part {
  const { children, ...own } = props
  const parts = (Array.isArray(children) ? (children as ReactNode[]) : [children]).map(partOf)
  const attributes = attributesOf(tag, own)
  const inner = attributes === null ? null : markupOf(parts)
  if (attributes === null || inner === null) {
    return { node: children === undefined || children === null ? element : createElement(tag, element.key === null ? own : { ...own, key: element.key }, ...parts.map(nodeOf)) }
  }
  // A key of its own, so that an element with markup and one with children are never taken for one another.
  const nodeAt = (place: string | number) => createElement(tag, { ...own, key: `still ${element.key ?? place}`, ...(!isEmpty(tag) && { dangerouslySetInnerHTML: { __html: inner } }) })
  return { markup: elementOf(tag, attributes, inner), nodeAt }
}

/** The markup of parts that are nothing else; null where one is React's. */
function markupOf(parts: readonly Part[]): string | null {
  let markup = ''
  for (const part of parts) {
    if ('node' in part) return null
    markup += part.markup
  }
  return markup
}

function nodeOf(part: Part, place: number): ReactNode {
  return 'node' in part ? part.node : part.nodeAt(place)
}
