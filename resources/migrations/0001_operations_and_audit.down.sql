-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP FUNCTION today, audit_link_hash, audit_event_digest;
DROP TABLE setting, clock, audit_head, audit_link, audit_event, audit_statement, operation;
DROP FUNCTION check_setting, begin_operation, current_operation, undone_operation, link_statement, book_statement,
    audit, refuse_statement, next_version, refuse_delete, keep_book_of;
DROP EXTENSION btree_gist;
DROP EXTENSION pg_trgm;
