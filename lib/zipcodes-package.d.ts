declare module 'zipcodes/lib/codes.js' {
  type PostalCode = {
    zip: string
    latitude: number
    longitude: number
    city: string
    state: string
    country: string
  }
  const data: { codes: Partial<Record<string, PostalCode>> }
  export default data
}
