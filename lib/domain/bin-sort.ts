/**
 * Into `order`: indices of `values` from the highest down. For draws from smooth distributions: spread over twice as many
 * bins as values, little is left to sort, and it is several times faster than a typed array's own sort.
 */
export function sortedBest(values: Float64Array, order: Int32Array): void {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  const bins = 2 * values.length
  const spread = (bins - 1) / (high - low)
  const scale = Number.isFinite(spread) ? spread : 0
  const starts = new Int32Array(bins + 1)
  for (const value of values) {
    const bin = Math.floor((high - value) * scale) + 1
    starts[bin] = (starts[bin] as number) + 1
  }
  for (let bin = 1; bin <= bins; bin += 1) starts[bin] = (starts[bin] as number) + (starts[bin - 1] as number)
  for (let index = 0; index < values.length; index += 1) {
    const bin = Math.floor((high - (values[index] as number)) * scale)
    const place = starts[bin] as number
    order[place] = index
    starts[bin] = place + 1
  }
  for (let position = 1; position < order.length; position += 1) {
    const index = order[position] as number
    const value = values[index] as number
    let place = position
    for (; place > 0 && (values[order[place - 1] as number] as number) < value; place -= 1) order[place] = order[place - 1] as number
    order[place] = index
  }
}
