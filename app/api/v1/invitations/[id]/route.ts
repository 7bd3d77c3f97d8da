import { endpoint } from '#lib/server/endpoint.ts'
import { acceptInvitation, declineInvitation } from '#lib/server/invitation/settle-invitation.ts'

const invitationId = ({ params }: { params: Record<string, string> }) => ({ invitationId: params.id })

/** PUT takes the seat offered, DELETE refuses it. */
export const PUT = endpoint({ verb: acceptInvitation, reads: 'nothing', input: invitationId })
export const DELETE = endpoint({ verb: declineInvitation, reads: 'nothing', input: invitationId, answer: () => new Response(null, { status: 204 }) })
