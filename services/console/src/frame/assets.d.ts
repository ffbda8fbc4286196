// What Vite builds in: style sheets, which have no types of their own.
declare module '*.css'
declare module '*.js?url' {
  export default url
  const url: string
}
