import { endpoint } from '#lib/server/endpoint.ts'
import { admitted } from '#lib/server/sign-in/admitted.ts'
import { answerAdmission } from '#lib/server/sign-in/answer-admission.ts'
import { redeemLink } from '#lib/server/sign-in/redeem-link.ts'

export const POST = endpoint({ verb: admitted(redeemLink), answer: answerAdmission })
