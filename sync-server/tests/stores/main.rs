//! What every store must do, tried on each kind of store in the same words.

#![allow(clippy::unwrap_used, clippy::panic)]

mod batches;
mod bed;
mod browsers;
mod bucket;
mod lives;
mod people;
mod pictures;
mod postgres;
mod school;
mod servers;
mod sqlite;
mod together;

/// Each case on each kind of store.
macro_rules! on_every_store {
    ($($module:ident { $($case:ident,)* })*) => {
        mod on_sqlite {
            $($(#[test] fn $case() { crate::$module::$case(&mut crate::bed::sqlite()); })*)*
        }

        mod on_postgres {
            $($(#[test] fn $case() { crate::$module::$case(&mut crate::bed::postgres()); })*)*
        }
    };
}

on_every_store! {
    batches {
        a_batch_is_found_again_at_every_place,
        a_repeated_batch_is_kept_once_and_has_the_same_receipt,
        of_an_overlap_only_the_new_part_is_appended,
        a_gap_is_told_and_a_fork_is_kept_aside_once,
        a_batch_decided_on_what_is_no_longer_so_is_not_written,
        commitments_and_short_codes_count_from_the_first_moment,
        numbers_leased_replace_those_before,
        everything_is_there_when_the_store_is_opened_again,
    }
    people {
        rights_reach_as_far_as_the_scope,
        people_devices_codes_and_tokens_are_read_back,
        a_session_ends_with_all_its_tokens,
        a_challenge_serves_once_and_is_forgotten,
        circulars_follow_one_another,
        refusals_stand_in_an_unbroken_audit,
        what_only_reads_cannot_write,
    }
    browsers {
        a_session_goes_on_under_another_token_and_ends_alone_or_with_all,
        factors_are_kept_until_they_are_forgotten,
        one_text_of_sql_is_answered_alike,
    }
    lives {
        another_life_goes_on_where_the_one_before_ended,
        a_batch_with_a_receipt_of_an_ended_life_is_not_written,
    }
    together {
        work_that_fails_leaves_nothing_and_takes_nobody_with_it,
        many_devices_fill_one_log_without_a_gap,
        counts_made_side_by_side_miss_nothing,
        a_closed_store_answers_at_once,
    }
}
