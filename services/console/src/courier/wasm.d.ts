declare module '*.wasm?url' {
  export default url
  const url: string
}
