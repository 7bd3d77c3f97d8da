export {
  unknownAddress as GET, unknownAddress as POST, unknownAddress as PUT, unknownAddress as PATCH, unknownAddress as DELETE,
} from '#lib/server/unknown-address.ts'
