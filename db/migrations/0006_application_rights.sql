-- The least each role needs of the tables of calls, drafts and applications.
grant insert, delete on call to portal_app;
grant update (title, edition, opens_on, closes_on, opens_at, closes_at, target, published_at, answer_on, who_may_apply, applicant_kinds, stays_open, stays_open_until, version, initiative_id) on call to portal_app;
grant insert, update, delete on phase, challenge, challenge_rupture, call_partner, eligibility_rule, criterion, question to portal_app;
grant select on challenge_rupture, eligibility_rule, criterion, question, form_version, deadline_change, late_permit to portal_app;
grant insert on form_version, deadline_change, late_permit to portal_app;
grant update (revoked_at) on late_permit to portal_app;

grant select, insert on application_draft to portal_app;
grant update (version, saved_at, solution, pitch, summary, challenge_id, primary_claim, second_claim, third_claim, evidence, maturity, regulatory_state,
  regulatory_note, team, needs, budget, in_kind, links, consent, answers) on application_draft to portal_app;
grant select, insert on draft_revision to portal_app;
grant select, insert on application to portal_app;
grant update (form_version_id, submitted_at, withdrawn_at, sequence, organisation_name, siren, solution, pitch, summary, challenge_id, primary_claim, second_claim, third_claim,
  evidence, maturity, regulatory_state, regulatory_note, team, needs, budget, in_kind, links, consent, answers, eligibility, eligibility_motive) on application to portal_app;
grant select, insert, delete on claim, application_file to portal_app;
grant select, insert on receipt, consultation to portal_app;
grant select, insert, update (done_at, done_by, cancelled_at) on correction to portal_app;
grant select, insert, update (seen_at) on message to portal_app;
grant select, insert, update (removed_at) on file to portal_app;
grant select, insert, update, delete on tag, application_tag, saved_view to portal_app;
grant select, insert, update (undone_at, undone_by) on screening_deed to portal_app;

grant select (id, call_id, organisation_id, saved_at) on application_draft to portal_worker;
grant select (id, withdrawn_at) on application to portal_worker;
grant select on call to portal_worker;
grant select, insert, delete on reminder to portal_worker;
grant select, delete on file to portal_worker;
grant update (scan) on file to portal_worker;
grant select (organisation_id, person_id, role, ended_at) on membership to portal_worker;
grant insert on mail to portal_worker;

create trigger application_draft_guard before insert or update on application_draft for each row execute function portal.guard_draft();
create trigger application_guard before insert or update on application for each row execute function portal.guard_application();
create trigger form_version_never_changed before update or truncate on form_version for each statement execute function portal.never_changed();
create trigger receipt_never_changed before update or truncate on receipt for each statement execute function portal.never_changed();
create trigger deadline_change_never_changed before update or truncate on deadline_change for each statement execute function portal.never_changed();

do $$
declare public_table text;
begin
  foreach public_table in array array['challenge_rupture', 'eligibility_rule', 'criterion', 'form_version', 'deadline_change']
  loop
    execute format('create trigger %I after insert or update or delete on %I for each statement execute function portal.public_changed()',
      public_table || '_public_changed', public_table);
  end loop;
end $$;
