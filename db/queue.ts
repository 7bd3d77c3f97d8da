/** No connection came free in time. */
export class QueueFull extends Error {
  readonly kind = 'queue-full'
}

/**
 * Lets `places` pieces of work run at once; others wait in order, at most `patience` milliseconds.
 * postgres.js waits for ever by itself: a person deserves an answer.
 */
export class Queue {
  #free: number
  #patience: number
  #waiting: (() => void)[] = []

  constructor(places: number, patience: number) {
    this.#free = places
    this.#patience = patience
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter()
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free += 1
    }
  }

  #enter(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1)
        reject(new QueueFull('No database connection came free in time.'))
      }, this.#patience)
      this.#waiting.push(enter)
    })
  }
}
