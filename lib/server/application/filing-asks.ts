import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import { gather, selecting } from '#db/gather.ts'
import { application, applicationDraft, consultation, correction, message, receipt } from '#db/schema/application.ts'
import { call, challenge } from '#db/schema/call.ts'
import { decision } from '#db/schema/decision.ts'
import { latePermit } from '#db/schema/deadline.ts'
import { applicationFile, file } from '#db/schema/file.ts'
import { formVersion } from '#db/schema/form.ts'
import { membership, organisation } from '#db/schema/organisation.ts'
import { person } from '#db/schema/person.ts'
import { actor } from '#db/schema/roles.ts'
import { rupture, ruptureVersion } from '#db/schema/rupture.ts'
import { ofApplication } from '#lib/server/file/receivable.ts'

const draftId = sql.placeholder('draftId')
const ofThisDraft = eq(applicationDraft.id, draftId)
const pinned = sql`(select unnest(array[primary_claim->>'ruptureVersionId', second_claim->>'ruptureVersionId', third_claim->>'ruptureVersionId'])::uuid from application_draft where id = ${draftId})`

/** All that a page about one's own file asks, in one statement. Everything is read under the wall, as by the verbs that change it. */
export const filingAsks = gather({
  file: selecting
    .select({
      draft: applicationDraft,
      call: { id: call.id, slug: call.slug, title: call.title, opensAt: call.opensAt, closesAt: call.closesAt, answerOn: call.answerOn, staysOpen: call.staysOpen, staysOpenUntil: call.staysOpenUntil, demonstration: call.demonstration },
      organisation: { id: organisation.id, name: organisation.name, siren: organisation.siren },
      submitted: application,
    })
    .from(applicationDraft)
    .innerJoin(call, eq(call.id, applicationDraft.callId))
    .innerJoin(organisation, eq(organisation.id, applicationDraft.organisationId))
    .leftJoin(application, eq(application.id, applicationDraft.id))
    .where(ofThisDraft),
  decisions: selecting.select({ releasedAt: decision.releasedAt }).from(decision).where(and(eq(decision.applicationId, draftId), isNotNull(decision.releasedAt))),
  permits: selecting
    .select({ until: latePermit.until })
    .from(latePermit)
    .innerJoin(applicationDraft, and(eq(applicationDraft.callId, latePermit.callId), eq(applicationDraft.organisationId, latePermit.organisationId)))
    .where(and(ofThisDraft, eq(latePermit.personId, actor), isNull(latePermit.revokedAt)))
    .orderBy(desc(latePermit.until)),
  corrections: selecting
    .select({ id: correction.id, fields: correction.fields, request: correction.request, until: correction.until, askedAt: correction.askedAt, doneAt: correction.doneAt, cancelledAt: correction.cancelledAt })
    .from(correction)
    .where(eq(correction.applicationId, draftId))
    .orderBy(asc(correction.askedAt)),
  forms: selecting
    .select({ id: formVersion.id, version: formVersion.version })
    .from(formVersion)
    .innerJoin(applicationDraft, eq(applicationDraft.callId, formVersion.callId))
    .where(ofThisDraft)
    .orderBy(desc(formVersion.version))
    .limit(1),
  files: selecting
    .select({ id: file.id, question: file.questionId, name: file.name, mediaType: file.mediaType, size: file.size, sha256: file.sha256, scan: file.scan })
    .from(file)
    .where(and(eq(file.draftId, draftId), ofApplication, isNull(file.removedAt)))
    .orderBy(asc(file.uploadedAt)),
  scans: selecting.select({ id: file.id, scan: file.scan }).from(file).where(eq(file.draftId, draftId)),
  depositedFiles: selecting.select({ fileId: applicationFile.fileId }).from(applicationFile).where(eq(applicationFile.applicationId, draftId)),
  challenges: selecting
    .select({ id: challenge.id, slug: challenge.slug, title: challenge.title })
    .from(challenge)
    .innerJoin(applicationDraft, and(eq(applicationDraft.challengeId, challenge.id), eq(applicationDraft.callId, challenge.callId)))
    .where(ofThisDraft),
  versions: selecting
    .select({ id: ruptureVersion.id, slug: rupture.slug, version: ruptureVersion.version, title: ruptureVersion.title })
    .from(ruptureVersion)
    .innerJoin(rupture, eq(rupture.id, ruptureVersion.ruptureId))
    .where(inArray(ruptureVersion.id, pinned)),
  receipts: selecting
    .select({ sequence: receipt.sequence, kind: receipt.kind, submittedAt: receipt.submittedAt, submitterName: receipt.submitterName, sha256: receipt.sha256, files: receipt.files })
    .from(receipt)
    .where(eq(receipt.applicationId, draftId))
    .orderBy(desc(receipt.sequence)),
  deposits: selecting.select({ content: receipt.content }).from(receipt).where(eq(receipt.applicationId, draftId)).orderBy(desc(receipt.sequence)).limit(1),
  consultations: selecting
    .select({ organisationName: consultation.organisationName, part: consultation.part, people: sql<number>`count(distinct ${consultation.personId})::int`.as('people'), lastAt: sql<string>`max(${consultation.openedAt})`.as('last_at') })
    .from(consultation)
    .where(eq(consultation.applicationId, draftId))
    .groupBy(consultation.organisationName, consultation.part)
    .orderBy(desc(sql`max(${consultation.openedAt})`)),
  messages: selecting
    .select({ total: sql<number>`count(*)::int`.as('total'), unseen: sql<number>`(count(*) filter (where ${and(ne(message.side, 'applicant'), isNull(message.seenAt))}))::int`.as('unseen') })
    .from(message)
    .where(eq(message.draftId, draftId)),
  owners: selecting
    .select({ name: person.name, email: person.email })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .innerJoin(applicationDraft, eq(applicationDraft.organisationId, membership.organisationId))
    .where(and(ofThisDraft, eq(membership.role, 'owner'), isNull(membership.endedAt)))
    .orderBy(asc(membership.createdAt)),
  otherCalls: selecting
    .select({ slug: call.slug, title: call.title, opensOn: call.opensOn, closesOn: call.closesOn, opensAt: call.opensAt, closesAt: call.closesAt })
    .from(call)
    .innerJoin(applicationDraft, and(ofThisDraft, ne(call.id, applicationDraft.callId)))
    .where(and(eq(call.external, false), isNotNull(call.publishedAt), or(isNull(call.closesAt), sql`${call.closesAt} > now() - interval '1 day'`)))
    .orderBy(asc(call.demonstration), asc(call.opensOn), asc(call.slug)),
})
