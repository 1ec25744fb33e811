-- A push holds the rows of its organisation and of its device until the commit, and neither is ever deleted: asked again
-- for every row that it writes, they cost as much as writing it.
ALTER TABLE change_set DROP CONSTRAINT change_set_organisation_fkey, DROP CONSTRAINT change_set_device_fkey;
ALTER TABLE record DROP CONSTRAINT record_organisation_fkey;
ALTER TABLE dossier_scope DROP CONSTRAINT dossier_scope_organisation_fkey;
ALTER TABLE scope_move DROP CONSTRAINT scope_move_organisation_fkey;
