grant select, insert, update (applied_at, applied_by) on assignment_proposal to portal_app;
