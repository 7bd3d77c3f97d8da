import { endpoint } from '#lib/server/endpoint.ts'
import { admitted } from '#lib/server/sign-in/admitted.ts'
import { answerAdmission } from '#lib/server/sign-in/answer-admission.ts'
import { redeemCode } from '#lib/server/sign-in/redeem-code.ts'

export const POST = endpoint({ verb: admitted(redeemCode), answer: answerAdmission })
