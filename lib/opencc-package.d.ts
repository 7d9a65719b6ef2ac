/** Pairs of characters, separated by bars: "发 發" is one, and what it is written as in the other script. */
declare module 'opencc-js/dict/STCharacters' {
  const pairs: string
  export default pairs
}
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string
  export default pairs
}
