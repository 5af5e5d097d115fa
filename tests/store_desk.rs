//! The story of a desk, on both databases: accounts, a screening from settings to a released report, as a
//! facilitator and a leader live it.

#![expect(clippy::unwrap_used, unreachable_pub, reason = "a test is no library, and says where it fails")]

mod desk;
mod support;

use desk::Desk;
use support::Folder;
use support::postgres::Server;

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_lives_through_the_story_of_a_desk() {
    let folder = Folder::new();
    let address = format!("sqlite://{}", folder.path().join("pejling.db").display());
    story(&address).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_lives_through_the_story_of_a_desk() {
    let server = Server::start();
    story(&server.address()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_installation_is_set_up() {
    let folder = Folder::new();
    let address = format!("sqlite://{}", folder.path().join("pejling.db").display());
    desk::passwords::the_first_administrator_comes_by_a_link(&Desk::new(&address).await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_instrument_goes_all_the_way() {
    let folder = Folder::new();
    let address = format!("sqlite://{}", folder.path().join("pejling.db").display());
    desk::every_instrument::each_goes_from_questionnaire_to_report(&Desk::new(&address).await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pile_of_booklets_is_typed_twice() {
    let folder = Folder::new();
    let address = format!("sqlite://{}", folder.path().join("pejling.db").display());
    desk::typing::a_pile_of_booklets_comes_in_as_it_stands_on_the_paper(Desk::new(&address).await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_pilot_goes() {
    let folder = Folder::new();
    let address = format!("sqlite://{}", folder.path().join("pejling.db").display());
    desk::piloting::a_forgotten_one_goes_after_a_year(&Desk::new(&address).await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_controllers_facts_hold_everywhere() {
    let folder = Folder::new();
    let desk = Desk::new(&format!("sqlite://{}", folder.path().join("pejling.db").display())).await;
    desk::accounts::people_come_and_go(&desk).await;
    desk::protection::the_installations_facts_are_inherited(&desk).await;
}

async fn story(address: &str) {
    let desk = Desk::new(address).await;
    desk::accounts::people_come_and_go(&desk).await;
    desk::accounts::sessions_end(&desk).await;
    let screening = desk::screenings::a_screening_is_set_up(&desk).await;
    desk::invitations::slips_are_lost_and_numbers_corrected(&desk, &screening).await;
    desk::evidence::writing_comes_before_rating(&desk, &screening).await;
    desk::attachments::a_file_is_laid_beside_a_text_and_goes_with_it(&desk, &screening).await;
    desk::assessing::colleagues_come(&desk, &screening).await;
    desk::assessing::a_text_is_asked_about_and_edited_by_two(&desk, &screening).await;
    desk::assessing::two_assess_each_for_themselves(&desk, &screening).await;
    desk::screenings::answers_come_in_and_it_closes(&desk, &screening).await;
    desk::evidence::a_rating_after_the_picture_says_so(&desk, &screening).await;
    desk::comments::words_are_opened_by_group_and_decided(&desk, &screening).await;
    desk::comments::a_second_reader_says_yes_before_anything_is_quoted(&desk, &screening).await;
    desk::comments::what_worries_is_marked_and_what_is_left_out_is_counted(&desk, &screening).await;
    desk::hearings::the_first_hearing_is_planned_and_minuted(&desk, &screening).await;
    desk::proposals::what_was_proposed_is_put_to_the_vote(&desk, &screening).await;
    desk::hearings::the_second_goes_back_over_the_first(&desk, &screening).await;
    desk::hearings::two_people_minute_at_once(&desk, &screening).await;
    desk::hearings::phones_vote_once_and_nobody_is_told_before_it_is_closed(&desk, &screening).await;
    desk::hearings::a_statement_is_put_back_and_names_are_forgotten(&desk, &screening).await;
    desk::reports::two_write_in_the_draft_at_once(&desk, &screening).await;
    desk::reports::sentences_are_added_and_pasted(&desk, &screening).await;
    desk::reports::a_draft_is_read_through_and_talked_over(&desk, &screening).await;
    desk::reports::the_report_is_edited_and_released(&desk, &screening).await;
    desk::reports::a_second_release_is_a_second_version(&desk, &screening).await;
    desk::sittings::a_hearing_is_held_in_two_houses(&desk, &screening).await;
    desk::sittings::votes_of_two_sittings_are_summed_as_they_are_told(&desk, &screening).await;
    desk::reports::management_answers(&desk, &screening).await;
    desk::reports::it_is_handed_over(&desk, &screening).await;
    desk::importing::answers_come_from_elsewhere(&desk).await;
    desk::preparing::a_small_place_gets_ready(&desk).await;
    desk::invitations::somebody_comes_by_an_open_link(&desk).await;
    desk::tablets::a_tablet_goes_round(&desk).await;
    desk::typing::a_booklet_is_typed_by_two(&desk).await;
    desk::stopping::one_that_is_open_is_stopped_for_good(&desk).await;
    desk::stopping::one_that_is_closed_keeps_its_picture_alone(&desk).await;
    desk::stopping::what_is_released_or_not_begun_is_not_stopped(&desk, &screening).await;
    desk::piloting::statements_are_tried_and_nothing_is_told_of_the_place(&desk).await;
    desk::piloting::only_a_pilot_takes_notes_and_stays_one(&desk).await;
    desk::practising::somebody_trains_and_nobody_else_sees_it(&desk).await;
    desk::promise::what_was_promised_is_what_happens(&desk).await;
    desk::promise::so_it_is_for_staff_and_for_a_leader_alone(&desk).await;
    desk::proposals::what_was_voted_first_can_begin_a_plan(&desk, &screening).await;
    desk::plans::three_goals_are_written_and_one_is_followed(&desk, &screening).await;
    desk::again::the_next_time_begins_where_this_one_ended(&desk, &screening).await;
    desk::rounds::three_rounds_are_read_in_a_row(&desk).await;
    desk::instruments::one_of_our_own_goes_the_whole_way(&desk).await;
    desk::instrument_files::a_file_becomes_a_draft(&desk).await;
    desk::across::five_places_are_counted_once(&desk, &screening).await;
    desk::mailing::facilitators_are_reminded_once_on_the_day(&desk, &screening).await;
    desk::mailing::a_mail_is_tried_again_and_given_up(&desk, &screening).await;
    desk::mailing::an_administrator_tries_whether_mail_works(&desk).await;
    desk::passwords::an_administrator_hands_over_a_link(&desk).await;
    desk::passwords::a_link_comes_by_mail(&desk).await;
    desk::passwords::a_link_is_used_once(&desk).await;
    desk::passwords::sessions_are_ended_elsewhere(&desk).await;
    desk::passwords::one_changes_it_with_the_old_one(&desk).await;
    desk::second_step::somebody_signs_in_by_two_steps(&desk).await;
    desk::second_step::codes_are_not_guessed(&desk).await;
    desk::second_step::it_is_taken_off_and_turned_off(&desk).await;
    desk::second_step::it_is_required_of_who_runs_something(&desk).await;
    desk::keeping::an_account_is_made_changed_and_erased(&desk).await;
    desk::keeping::an_older_hash_is_made_anew_at_sign_in(&desk).await;
    desk::audit::what_was_refused_is_told(&desk).await;
    desk::audit::an_administrator_reads_it(&desk).await;
    desk::audit::a_deed_and_its_line_stand_or_fall_together(&desk, &screening).await;
    desk::screenings::the_audit_log_tells_deeds_and_no_words(&desk, &screening).await;
    desk::keeping::what_an_erased_account_did_stays(&desk, &screening).await;
    let other = desk::retaining::everything_goes_on_its_day(&desk, &screening).await;
    desk::by_date::it_opens_and_closes_on_its_days_where_it_is(&desk).await;
    desk::by_date::what_never_opened_is_deleted_when_asked_for(&desk).await;
    desk::audit::nobody_changes_it_unseen(&desk).await;
    desk::screenings::a_damaged_row_is_an_error_and_no_panic(&desk, &other).await;
}
