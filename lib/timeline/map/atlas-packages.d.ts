// The packages bring JSON, of which TypeScript would know each number but not what it stands for.
declare module 'us-atlas/states-10m.json' {
  import type { GeometryCollection, Topology } from 'topojson-specification'
  const atlas: Topology<{ states: GeometryCollection<Record<string, unknown>> }>
  export default atlas
}

declare module 'world-atlas/countries-110m.json' {
  import type { GeometryCollection, Topology } from 'topojson-specification'
  const atlas: Topology<{ countries: GeometryCollection<Record<string, unknown>> }>
  export default atlas
}

declare module 'world-atlas/countries-50m.json' {
  import type { GeometryCollection, Topology } from 'topojson-specification'
  const atlas: Topology<{ countries: GeometryCollection<Record<string, unknown>> }>
  export default atlas
}
