/** Reads Prometheus's text format as strictly as its own documentation, and throws for a line that is not of it. */

export interface Exposition {
  /** The value of the one sample with this name and these labels; 0 when it is not there yet. */
  value(name: string, labels?: Readonly<Record<string, string>>): number
}

const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{((?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\[\\"n])*",?)*)\})? (-?[0-9.e+-]+|NaN|[+-]Inf)$/

export function parseMetrics(text: string): Exposition {
  const kinds = new Map<string, string>()
  const samples = new Map<string, number>()
  if (!text.endsWith('\n')) throw new Error('The last line does not end.')
  for (const line of text.slice(0, -1).split('\n')) {
    const type = /^# TYPE (\S+) (counter|gauge|histogram)$/.exec(line)
    if (type?.[1] && type[2]) {
      if (kinds.has(type[1])) throw new Error(`${type[1]} is told twice`)
      kinds.set(type[1], type[2])
    } else if (!/^# HELP \S+ \S/.test(line)) {
      const [, name, labels = '', value] = SAMPLE.exec(line) ?? []
      if (name === undefined || value === undefined) throw new Error(`This is no line of the format: ${line}`)
      const family = kinds.has(name) ? name : name.replace(/_(bucket|sum|count)$/, '')
      if (!kinds.has(family)) throw new Error(`${name} has no type`)
      const key = keyOf(name, Object.fromEntries([...labels.matchAll(/([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g)].map((match) => [match[1] ?? '', match[2] ?? ''])))
      if (samples.has(key)) throw new Error(`${key} is there twice`)
      samples.set(key, Number(value))
    }
  }
  return { value: (name, labels = {}) => samples.get(keyOf(name, labels)) ?? 0 }
}

function keyOf(name: string, labels: Readonly<Record<string, string>>): string {
  return JSON.stringify([name, Object.entries(labels).toSorted()])
}
