//! Tokens that may be used once: by whom, how long, and whatever happens in between.

use jiff::{SignedDuration, Timestamp};
use nordvis::store::UsedToken;

use super::bed::Bed;

suite!(a_token_is_used_once_by_all_programs_together, a_token_that_is_over_is_forgotten);

fn soon() -> Timestamp {
    Timestamp::now() + SignedDuration::from_mins(5)
}

async fn a_token_is_used_once_by_all_programs_together(bed: Bed) {
    let (one, other) = (bed.open().await, bed.open().await);
    let ends_at = soon();
    let token = UsedToken::new("https://ehr.example", "1", ends_at);
    assert!(one.first_use(token).await.unwrap());
    for store in [&one, &other] {
        assert!(!store.first_use(token).await.unwrap());
        let longer = UsedToken::new("https://ehr.example", "1", ends_at + SignedDuration::from_mins(3));
        assert!(!store.first_use(longer).await.unwrap(), "another end makes no other token of it");
    }
    assert!(other.first_use(UsedToken::new("https://ehr.example", "2", ends_at)).await.unwrap());
    assert!(one.first_use(UsedToken::new("https://ehr.example/2", "1", ends_at)).await.unwrap(), "of another issuer");
    assert!(one.first_use(UsedToken::new("https://ehr.example/", "21", ends_at)).await.unwrap());
    // All at once, in one batch and in two programs.
    let tokens = (0..40).map(|number| UsedToken::new("https://all.example", &(number % 4).to_string(), ends_at));
    let uses = tokens.enumerate().map(|(number, token)| {
        let store = if number < 20 { one.clone() } else { other.clone() };
        tokio::spawn(async move { store.first_use(token).await.unwrap() })
    });
    let mut first = 0;
    for used in uses.collect::<Vec<_>>() {
        first += u32::from(used.await.unwrap());
    }
    assert_eq!(first, 4, "each of them for one");
    one.close().await;
    other.close().await;
    let again = bed.open().await;
    assert!(!again.first_use(token).await.unwrap(), "a program that starts anew knows it");
}

async fn a_token_that_is_over_is_forgotten(bed: Bed) {
    let store = bed.open().await;
    let over = UsedToken::new("https://ehr.example", "1", Timestamp::now() - SignedDuration::from_hours(2));
    let just_over = UsedToken::new("https://ehr.example", "2", Timestamp::now() - SignedDuration::from_mins(2));
    assert!(store.first_use(over).await.unwrap() && store.first_use(just_over).await.unwrap());
    assert!(!store.first_use(just_over).await.unwrap(), "clocks may differ");
    assert!(store.first_use(over).await.unwrap(), "refused for its end before anybody asks");
}
