//! What becomes of a database file that the disk has damaged? It is refused, or what is read of it is what was kept: never
//! something else, and never a crash.

use std::fs;

use nordvis::store::{Conversation, Database, Store, StoreError, StoredAnswer, Turn};

use super::bed::{Bed, Raw, answer, conversation, turn};

const ANSWERS: usize = 60;
const DAMAGES: usize = 400;

/// What was kept, to hold a damaged copy to.
struct Kept {
    answers: Vec<StoredAnswer>,
    begun: Conversation,
    turns: Vec<Turn>,
}

impl Kept {
    async fn in_store(store: &Store) -> Self {
        let mut answers: Vec<_> = std::iter::repeat_with(answer).take(ANSWERS).collect();
        for (number, answer) in answers.iter_mut().enumerate() {
            // Some within a page, some over several.
            answer.reply = answer.reply.repeat(1 + number % 7);
            store.keep_answer(answer.clone()).await.unwrap();
        }
        let begun = conversation();
        store.begin_conversation(begun.clone()).await.unwrap();
        let turns: Vec<_> = (1..=8).map(turn).collect();
        for said in &turns {
            assert_eq!(store.keep_turn(begun.id, said.clone()).await, Ok(true));
        }
        Self { answers, begun, turns }
    }

    /// How much of it is not given back as it was and not refused either.
    async fn wrong_in(&self, store: &Store) -> Vec<String> {
        let mut wrong = Vec::new();
        for answer in self.answers.iter().chain(self.turns.iter().map(|turn| &turn.answer)) {
            match store.answer(answer.id).await {
                Ok(Some(found)) if found == *answer => {}
                Ok(found) => wrong.push(format!("{}: {found:?}", answer.id)),
                Err(_) => {}
            }
        }
        match store.conversation(self.begun.id).await {
            Ok(Some((begun, turns))) if begun == self.begun && turns == self.turns => {}
            Ok(found) => wrong.push(format!("turns: {:?}", found.map(|(_, turns)| turns.len()))),
            Err(_) => {}
        }
        let inputs: Vec<_> = self.turns.iter().map(|turn| turn.input.clone()).collect();
        match store.inputs(self.begun.id).await {
            Ok(Some((begun, found))) if begun == self.begun && found == inputs => {}
            Ok(found) => wrong.push(format!("inputs: {found:?}")),
            Err(_) => {}
        }
        wrong
    }
}

/// The same damages every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }

    /// What disks do: bits that flip, sectors that are lost or come back as another's, a file that is cut short.
    fn damage(&mut self, bytes: &mut Vec<u8>) -> &'static str {
        const SECTOR: usize = 512;
        const PAGE: usize = 16_384;
        let (place, pages) = (self.below(bytes.len()), bytes.len() / PAGE);
        let sector = place / SECTOR * SECTOR;
        match self.below(6) {
            0 => {
                bytes[place] ^= 1 << self.below(8);
                "a bit"
            }
            1 => {
                (0..64).for_each(|_| {
                    let place = self.below(bytes.len());
                    bytes[place] ^= 1 << self.below(8);
                });
                "many bits"
            }
            2 => {
                bytes[sector..sector + SECTOR].fill(0);
                "a sector of nothing"
            }
            3 => {
                let other = self.below(bytes.len() / SECTOR) * SECTOR;
                bytes.copy_within(other..other + SECTOR, sector);
                "another sector"
            }
            4 => {
                let (one, other) = (self.below(pages) * PAGE, self.below(pages) * PAGE);
                bytes.copy_within(one..one + PAGE, other);
                "another page"
            }
            _ => {
                bytes.truncate(place);
                "the end"
            }
        }
    }
}

#[tokio::test]
async fn a_damaged_file_gives_nothing_that_was_not_kept() {
    let bed = Bed::sqlite();
    let store = bed.open().await;
    let kept = Kept::in_store(&store).await;
    store.close().await;
    let pristine = fs::read(bed.file()).unwrap();
    let mut chance = Chance(4711);
    let (mut refused, mut read) = (0, 0);
    for number in 0..DAMAGES {
        let mut bytes = pristine.clone();
        let what = chance.damage(&mut bytes);
        let copy = Bed::sqlite_in(bed.folder(), number);
        fs::write(copy.file(), &bytes).unwrap();
        match Store::open(&copy.config).await {
            Err(_) => refused += 1,
            Ok(store) => {
                read += 1;
                let wrong = kept.wrong_in(&store).await;
                assert!(wrong.is_empty(), "damage {number}, {what}: {wrong:?}");
                store.close().await;
            }
        }
        fs::remove_file(copy.file()).unwrap();
    }
    assert!(refused > DAMAGES / 4 && read > DAMAGES / 8, "{refused} refused, {read} read");
}

suite!(what_the_disk_has_changed_is_not_shown);

/// While the program runs: it looks at what it reads, and says that it is damaged; the rest goes on.
async fn what_the_disk_has_changed_is_not_shown(bed: Bed) {
    let store = bed.open().await;
    let kept = Kept::in_store(&store).await;
    let change = |table: &str, of: &str| match bed.config.database {
        Database::Sqlite(_) => format!("UPDATE {table} SET {of} = replace({of}, '0', '1')"),
        Database::Postgres(_) => {
            format!("UPDATE {table} SET {of} = convert_to(replace(convert_from({of}, 'UTF8'), '0', '1'), 'UTF8')")
        }
    };
    let mut raw: Raw = bed.raw().await;
    raw.run(&(change("answers", "reply") + " WHERE turn IS NULL")).await;
    raw.run(&(change("answers", "input") + " WHERE turn = 3")).await;
    let damaged = Err(StoreError::Damaged);
    assert_eq!(store.answer(kept.answers[0].id).await, damaged.clone().map(|()| None));
    assert_eq!(store.inputs(kept.begun.id).await, damaged.clone().map(|()| None));
    assert_eq!(store.conversation(kept.begun.id).await, damaged.map(|()| None));
    // What is whole is shown, and more is kept.
    assert_eq!(store.answer(kept.turns[0].answer.id).await, Ok(Some(kept.turns[0].answer.clone())));
    assert_eq!(store.keep_answer(answer()).await, Ok(()));
}
