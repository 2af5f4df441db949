//! scratch
use nordvis::{corpus, facts};
use std::io::BufRead;
fn main() {
    let mut files = corpus::Files::default();
    for f in ["facts.toml", "lexicon/sv.toml", "lexicon/da.toml", "lexicon/en.toml"] {
        files.insert(f, std::fs::read_to_string(format!("corpus/{f}")).unwrap());
    }
    let mut faults = vec![];
    let vocabulary = corpus::vocabulary_of(&files, &mut faults);
    let t = std::time::Instant::now();
    let lexicon = corpus::lexicon::load(&files, &vocabulary, &mut faults);
    eprintln!("load {:?} forms {}", t.elapsed(), lexicon.forms.len());
    for f in faults.iter() {
        let p = f.place(files.get(&f.file).unwrap());
        eprintln!("{}:{:?} {} | {}", f.file, p, f.message, f.help);
    }
    let t = std::time::Instant::now();
    let reader = facts::Reader::new(&lexicon, &vocabulary);
    eprintln!("reader {:?}", t.elapsed());
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let r = reader.read(&facts::shield(&line).text, "2026-11-21".parse().unwrap());
        if std::env::args().len() > 1 {
            let shown: Vec<String> = r
                .facts
                .iter()
                .map(|(id, f)| {
                    let d = vocabulary.get(id).unwrap();
                    let v = match f {
                        nordvis::clinical::Fact::Known(s) => match s.value {
                            nordvis::clinical::FactValue::Boolean(b) => format!("{b}"),
                            nordvis::clinical::FactValue::Number(i) => {
                                i.exact().map_or(format!("{:?}..{:?}", i.low(), i.high()), |x| x.to_string())
                            }
                            v => match &d.kind {
                                nordvis::rules::FactKind::Choice(o) => {
                                    o.iter().find(|o| d.option(o) == Some(v)).unwrap().clone()
                                }
                                _ => String::new(),
                            },
                        },
                        nordvis::clinical::Fact::NotKnown => "NOTKNOWN".into(),
                        nordvis::clinical::Fact::Uncertain(_) => "UNCERTAIN".into(),
                        nordvis::clinical::Fact::Conflicting(_) => "CONFLICT".into(),
                    };
                    format!("{}={v}", d.name)
                })
                .collect();
            println!(
                "{line}\n      {} | {:?} {} {:?} {}{}{}",
                shown.join(" "),
                r.intent.map(|i| i.id()),
                r.region.map_or("-", |x| x.code()),
                r.language.map(|l| l.code()),
                if r.other_matter { "OTHER " } else { "" },
                if r.about_staff { "STAFF " } else { "" },
                r.repairs.iter().map(|x| format!("{}->{} ", x.written, x.read)).collect::<String>()
            );
            continue;
        }
        println!(
            "> {line}\n  intent {:?} region {:?} lang {:?} subj {:?} other {} staff {}",
            r.intent,
            r.region.map(|r| r.code()),
            r.language,
            r.subjects,
            r.other_matter,
            r.about_staff
        );
        for m in &r.mentions {
            let d = vocabulary.get(m.fact).unwrap();
            let text: String = line.chars().skip(m.span.start).take(m.span.end - m.span.start).collect();
            println!(
                "    {} = {:?} {}{:?} {:?} {:?} «{}» {:?}",
                d.name,
                m.value,
                if m.denied { "DENIED " } else { "" },
                m.sureness,
                m.whose,
                m.when,
                text,
                m.changed_by
            );
        }
        for (id, f) in r.facts.iter() {
            println!("    => {} {:?}", vocabulary.get(id).unwrap().name, f);
        }
        for x in &r.repairs {
            println!("    repair {} -> {}", x.written, x.read);
        }
        if !r.not_understood.is_empty() {
            println!("    ?? {:?}", r.not_understood);
        }
    }
}
