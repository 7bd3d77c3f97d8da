import { endpoint } from '#lib/server/endpoint.ts'
import { answerFile } from '#lib/server/file/answer-file.ts'
import { openFile } from '#lib/server/file/open-file.ts'
import { removeFile } from '#lib/server/file/remove-file.ts'

export const GET = endpoint({ verb: openFile, input: ({ params }) => ({ fileId: params.id }), answer: (opened, { request }) => answerFile(opened, request.method) })

export const DELETE = endpoint({
  verb: removeFile,
  reads: 'nothing',
  input: ({ params }) => ({ fileId: params.id }),
  answer: (removed) => Response.json(removed),
})
